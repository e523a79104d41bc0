import type { Outlook } from '../obstacles/outlook';
import type { FoundPlugin } from '../package/read-plugins';

/** What becomes of a plugin in Web App 3. */
export interface PluginCheck {
  /** The name that the package file gives it, else its id. */
  name: string;
  /** Whether it is loaded at all. */
  runs: boolean;
  /** How much of its work it can do; `none` if it is not loaded. */
  outlook: Outlook;
  /** Why not, or not all of it, and then what to know; a sentence each. */
  sentences: string[];
}

/** A check in one line or more, for a terminal. */
export function formatCheck({ name, runs, outlook, sentences }: PluginCheck): string {
  if (runs && outlook === 'whole') return indented(`${name} will run`, sentences);
  const [why = 'of an unknown problem.', ...rest] = sentences;
  return indented(`${name} ${runs ? BECAUSE[outlook] : 'will not run'}, because ${why}`, rest);
}

const BECAUSE: Record<Outlook, string> = {
  whole: 'will run',
  part: 'will run in part',
  none: 'cannot do its work in Web App 3',
};

const indented = (head: string, notes: readonly string[]): string =>
  [head, ...notes.map((sentence) => `  ${sentence}`)].join('\n');

/** A plugin's name for people. */
export const nameOfPlugin = ({ package: about, entry }: FoundPlugin): string =>
  about.ok ? `${about.value.name} (${entry.id})` : entry.id;
