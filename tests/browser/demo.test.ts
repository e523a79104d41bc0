import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the demo without a display tells the whole story, and ends with 0', () => {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'scripts/demo.ts'], { env, encoding: 'utf8' });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  const names = new Set(
    [...stdout.matchAll(/(?:plugin → top|top → plugin) +(\S+)/g)].map(([, name]) => name),
  );
  for (const name of [
    'ready',
    'toggle-chat',
    'toggle-chat-button-state',
    'toggle-chat-badge',
    'dial-out',
    'dial-out-success',
    'dial-out-error',
  ]) {
    expect(names).toContain(name);
  }
  for (const picture of ['page', 'panel', 'demo'].map((name) => `demo-output/${name}.png`)) {
    expect(existsSync(picture) && statSync(picture).mtimeMs >= started, picture).toBe(true);
  }
});
