import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { WAIT_MS } from '../../limits';

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

it.each([
  ['demo.ts', '--headles', '--headless'],
  ['pictures.ts', 'chat', '--all FOLDER'],
  ['start.ts', '--port=8443', 'PORT=8443'],
  ['bump.ts', 'patch', 'BUMP=major, minor, patch or none'],
])('scripts/%s given “%s” ends with what it takes', async (script, given, taken) => {
  // Should it not end, it changes nothing, and does not stay.
  const harmless = { env: { ...process.env, BUMP: 'none' }, timeout: WAIT_MS };
  const tsx = 'node_modules/tsx/dist/cli.mjs';
  const ended = await new Promise<{ code: unknown; text: string }>((resolve) =>
    execFile(process.execPath, [tsx, `scripts/${script}`, given], harmless, (error, out, err) =>
      resolve({ code: error?.code, text: out + err }),
    ),
  );
  expect(ended.code).toBe(2);
  expect(ended.text).toContain(given.replace(/=.*/, ''));
  expect(ended.text).toContain(taken);
  expect(ended.text).not.toMatch(/^ {4}at /m);
});
