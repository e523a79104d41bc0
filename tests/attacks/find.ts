import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * How an attack is marked: a `describe` whose title begins with `attack: ` and says what the attacker does.
 * The titles of its tests say what happens. It may stand in any test file, beside what it attacks.
 */
export const TITLE = /(?:^| )attack: /;

/** The test files that have attacks in them. */
export function attackFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => /describe(?:\.\w+\([\s\S]*?\))?\(\s*['"`]attack: /.test(readFileSync(path, 'utf8')))
    .toSorted();
}
