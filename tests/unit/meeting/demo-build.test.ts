import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** A checkout whose tools only note how they are called. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-build-'));
  const tools = join(folder, 'node_modules/.bin');
  mkdirSync(tools, { recursive: true });
  for (const tool of ['npm', 'npx', 'tsx', 'vite', 'wxt']) {
    writeFileSync(join(tools, tool), `#!/bin/sh\necho "${tool} $*" >>calls.txt\n`);
    chmodSync(join(tools, tool), 0o755);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the demo builds the plugin, the meeting and the extension for Chromium, and nothing for Firefox', () => {
  const build = JSON.stringify(new URL('../../../scripts/demo/build.ts', import.meta.url));
  execFileSync(
    process.execPath,
    [
      ...['--import', import.meta.resolve('tsx'), '--input-type=module'],
      ...['--eval', `const { buildForDemo } = await import(${build}); await buildForDemo('build.txt');`],
    ],
    { cwd: folder },
  );
  const calls = readFileSync(join(folder, 'calls.txt'), 'utf8').trim().split('\n').sort();
  expect(calls).toEqual([
    'tsx scripts/deploy.ts',
    'vite build --config meeting/vite.config.ts',
    'vite build --config plugin/external-chat/vite.config.ts',
    'wxt build --browser chrome',
  ]);
});
