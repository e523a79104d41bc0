import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** What may wait for a time of its own, and why. Everything else waits as long as `tests/limits.ts` says. */
const ALLOWED = [
  ['tests/browser/harness/firefox/firefox.ts', 'It clicks a prompt again that was still moving.'],
  ['tests/browser/harness/firefox/chrome-documents.ts', 'It ends a script in a document that is going away.'],
  ['tests/browser/harness/harness.test.ts', 'It tests a wait that fails.'],
  ['tests/unit/repo/limits.test.ts', 'It names what it looks for.'],
] as const;

const LIMITS = [
  // { timeout: 10_000 }, { timeoutMs: 2_000 }
  /\b(?:test|hook)?timeout(?:Ms)?:\s*[\d_]+/i,
  // The last argument of a test or a hook: }, 60_000);
  /^\s*\}, [\d_]{3,}\);$/m,
  // Vitest's own wait has a limit of one second.
  /\bvi\.waitFor\(|\bvi\.waitUntil\(/,
];

it('tests set no time limits of their own', () => {
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('bench'))
    .map((name) => join('tests', name));
  const allowed: readonly string[] = [...ALLOWED.map(([file]) => file), 'tests/until.ts'];
  const found = files.filter((file) => LIMITS.some((limit) => limit.test(readFileSync(file, 'utf8'))));
  expect(found.filter((file) => !allowed.includes(file))).toEqual([]);
});
