import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { until } from '../until';
import { hasXvfb, Screen } from './harness/x11';

/** With one line more, about the builds, which are there already. */
const MOST_LINES = 14;
const DEMO = ['--import', 'tsx', 'scripts/demo.ts', '--built'];

/** How many lines of a terminal of usual width a text takes. */
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 110)), 0);

test('the demo without a display tells the whole story in few lines, and ends with 0', () => {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, DEMO, { env, encoding: 'utf8' });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  expect(linesOf(stdout), stdout).toBeLessThanOrEqual(MOST_LINES);
  expect(stdout).toContain('protocol.txt');
  const names = new Set(
    [
      ...readFileSync('demo-output/protocol.txt', 'utf8').matchAll(/(?:plugin → top|top → plugin) +(\S+)/g),
    ].map(([, name]) => name),
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

describe('the demo on screen', () => {
  const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('external-chat-demo-'));

  test.skipIf(!hasXvfb).each([
    ['Ctrl-C', (_screen: Screen, press: () => void) => press()],
    [
      'closing the window',
      async (screen: Screen) => {
        await screen.focusWindow();
        screen.press('Control+w');
      },
    ],
  ])('says in few lines what to do, and ends by %s', async (_name, end) => {
    const before = profiles();
    const screen = await Screen.start();
    const env = { ...process.env, DISPLAY: screen.display };
    const demo = spawn(process.execPath, DEMO, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const exit = once(demo, 'exit');
    let printed = '';
    for (const stream of [demo.stdout, demo.stderr]) stream.on('data', (data) => (printed += data));
    try {
      await until(() => expect(printed).toContain('close the window or press Ctrl-C.'));
      expect(linesOf(printed), printed).toBeLessThanOrEqual(MOST_LINES);
      const [profile = ''] = profiles().filter((name) => !before.includes(name));
      // The demo asks Chromium whether it shows the icon.
      expect(printed).toContain('icon in the toolbar.');
      await end(screen, () => void demo.kill('SIGINT'));
      expect(await exit).toEqual([0, null]);
      expect(profiles()).not.toContain(profile);
    } finally {
      demo.kill('SIGKILL');
      await screen.close();
    }
  });
});
