import type { JsonNode } from '../json/node';
import { type JsonFile, type Position, positionAt } from '../json/text';

/**
 * How much a finding matters. An error keeps the plugin from loading or working; a warning may; a note is
 * what a person should know.
 */
export type Level = 'error' | 'warning' | 'note';

export interface Finding {
  level: Level;
  /** The package, and where in it: `a.zip: webapp3/branding/manifest.json:3:5`. */
  where: string;
  what: string;
  remedy: string;
}

/** One line: level, where, what, remedy. */
export const formatFinding = ({ level, where, what, remedy }: Finding): string =>
  `${level.padEnd(7)}  ${where}  ${what} → ${remedy}`.replace(/[\r\n]+/g, ' ');

/** Collects the findings of one package. */
export class Report {
  readonly findings: Finding[] = [];
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  /** Adds a finding; `path` and `position` as far as there are any. */
  add(level: Level, path: string | undefined, what: string, remedy: string, position?: Position): void {
    const place = position ? `${path}:${position.line}:${position.column}` : path;
    this.findings.push({ level, where: place ? `${this.#name}: ${place}` : this.#name, what, remedy });
  }

  /** Adds a finding at a value of a JSON file. */
  at(level: Level, path: string, { text }: JsonFile, node: JsonNode, what: string, remedy: string): void {
    this.add(level, path, what, remedy, positionAt(text, node.start));
  }
}
