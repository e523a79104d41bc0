import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { until } from '../until';
import { CHROMIUM } from './harness/chromium/process';
import { findExecutable } from './harness/executable';
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
  const start = (screen: Screen, variables: NodeJS.ProcessEnv = {}) => {
    const env = { ...process.env, DISPLAY: screen.display, ...variables };
    const demo = spawn(process.execPath, DEMO, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [demo.stdout, demo.stderr]) stream.on('data', (data) => (printed += data));
    const isReady = () => until(() => expect(printed).toContain('close the window or press Ctrl-C.'));
    return { demo, exit: once(demo, 'exit'), isReady, printed: () => printed };
  };
  const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('external-chat-demo-'));

  test.skipIf(!hasXvfb)(
    'points at the puzzle piece where the icon isn’t pinned, until there is a panel',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'unpinned-'));
      const program = join(folder, 'chromium');
      // A browser that forgets what is pinned, and that can be looked into.
      writeFileSync(
        program,
        `#!/bin/sh
for arg; do
  case $arg in --user-data-dir=*) profile="\${arg#*=}" ;; esac
done
rm -f "$profile/Default/Preferences"
echo "$profile" >'${folder}/profile'
exec '${findExecutable(CHROMIUM)}' "$@" --remote-debugging-port=0
`,
      );
      chmodSync(program, 0o755);
      const screen = await Screen.start();
      const { demo, exit, isReady, printed } = start(screen, { CHROMIUM_PATH: program });
      try {
        await isReady();
        expect(printed()).toContain('icon behind the puzzle piece.');
        const profile = readFileSync(join(folder, 'profile'), 'utf8').trim();
        const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
        const browser = await connect({ browserURL: `http://127.0.0.1:${port}`, defaultViewport: null });
        const page = (await browser.pages()).find((each) => each.url().startsWith('http://localhost:'));
        if (!page) throw new Error('The meeting is not on screen.');
        const tip = () => page.$eval('#demo-arrow > span', (it) => it.getBoundingClientRect().toJSON());
        expect(await tip()).toMatchObject({ top: 0 });
        await page.reload();
        await until(async () => expect(await tip()).toMatchObject({ top: 0 }));
        const extension = browser.targets().find((target) => target.url().startsWith('chrome-extension:'));
        await (await browser.newPage()).goto(new URL('/sidepanel.html', extension?.url()).href);
        await until(async () => expect(await page.$('#demo-arrow')).toBeNull());
        await browser.disconnect();
        demo.kill('SIGINT');
        expect(await exit).toEqual([0, null]);
      } finally {
        demo.kill('SIGKILL');
        await screen.close();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

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
    const { demo, exit, isReady, printed } = start(screen);
    try {
      await isReady();
      expect(linesOf(printed()), printed()).toBeLessThanOrEqual(MOST_LINES);
      const [profile = ''] = profiles().filter((name) => !before.includes(name));
      // The demo asks Chromium whether it shows the icon.
      expect(printed()).toContain('icon in the toolbar.');
      await end(screen, () => void demo.kill('SIGINT'));
      expect(await exit).toEqual([0, null]);
      expect(profiles()).not.toContain(profile);
    } finally {
      demo.kill('SIGKILL');
      await screen.close();
    }
  });
});
