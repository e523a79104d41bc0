import type { FoundPlugin } from '../package/read-plugins';

/** What becomes of a plugin in Web App 3. */
export interface Verdict {
  /** The name that the package file gives it, else its id. */
  name: string;
  runs: boolean;
  /** Why not, or what to know; a sentence each. */
  sentences: string[];
}

/** A verdict in one line or more, for a terminal. */
export function formatVerdict({ name, runs, sentences }: Verdict): string {
  const [first, ...rest] = sentences;
  const head = runs
    ? `${name} will run`
    : `${name} will not run, because ${first ?? 'of an unknown problem.'}`;
  const notes = runs ? sentences : rest;
  return [head, ...notes.map((sentence) => `  ${sentence}`)].join('\n');
}

/** A plugin's name for people. */
export const nameOfPlugin = ({ package: about, entry }: FoundPlugin): string =>
  about.ok ? `${about.value.name} (${entry.id})` : entry.id;
