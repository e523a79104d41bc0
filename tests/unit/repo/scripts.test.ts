import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

/** Every file that a file brings along, itself included. */
function reached(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, target = ''] of readFileSync(path, 'utf8').matchAll(/from '(\.[^']+)'/g)) {
    const base = join(dirname(path), target);
    const file = [`${base}.ts`, `${base}.tsx`].find((each) => existsSync(each));
    if (file) reached(file, seen);
  }
  return seen;
}

// They use the harness that drives the browsers, which isn’t a test.
it('scripts run without the test runner', () => {
  const scripts = readdirSync('scripts').filter((name) => name.endsWith('.ts'));
  const files = new Set(scripts.flatMap((name) => [...reached(join('scripts', name))]));
  expect(files).toContain('tests/browser/harness/eventually.ts');
  expect([...files].filter((file) => /from 'vitest/.test(readFileSync(file, 'utf8')))).toEqual([]);
});
