import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { launchChromium } from '../../browser/harness/browser';
import { hasXvfb, Screen } from '../../browser/harness/x11';
import type { Measured } from '../support/figure';
import { median } from '../support/statistics';

const RUNS = 5;

/**
 * What a newcomer waits for who has installed the packages: from `make demo` to the meeting on screen,
 * beside a build of the extension and a start of Chromium, without which there is none.
 * @throws Error without Xvfb, or if a build or the demo fails
 */
export async function demoStart(effort: number): Promise<Measured> {
  if (!hasXvfb) throw new Error('There is no Xvfb, which the demo is shown on.');
  const screen = await Screen.start();
  const env = { ...process.env, DISPLAY: screen.display };
  const times: Record<'baseline' | 'demo', number[]> = { baseline: [], demo: [] };
  try {
    for (let run = 0; run < Math.max(2, Math.round(RUNS * effort)); run++) {
      times.baseline.push(await seconds(() => buildAndStart(env)));
      times.demo.push(await demo(env));
    }
  } finally {
    await screen.close();
  }
  const runs = times.demo.length;
  const [baseline, whole] = [median(times.baseline), median(times.demo)];
  return {
    name: 'demo',
    title: 'Demo',
    note: 'On a screen that nobody sees, until the terminal says what to do with the meeting on it.',
    figures: [
      {
        what: 'a build of the extension, and a start of Chromium with it',
        median: baseline,
        unit: 's',
        runs,
      },
      {
        what: 'make demo, until the meeting is on screen',
        median: whole,
        unit: 's',
        runs,
        ratio: { to: 'this ÷ build and start', value: whole / baseline },
        goal: { max: 1.3 },
      },
    ],
  };
}

const seconds = async (work: () => Promise<void>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

async function buildAndStart(env: NodeJS.ProcessEnv): Promise<void> {
  const options = { env: { ...env, NODE_ENV: 'production' }, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync('npx', ['wxt', 'build', '--browser', 'chrome'], options);
  if (status !== 0) throw new Error(`The extension was not built:\n${stdout}${stderr}`);
  const { DISPLAY = '' } = env;
  const chromium = await launchChromium({
    extensionDir: '.output/chrome-mv3',
    headless: false,
    env: { DISPLAY },
  });
  await chromium.close();
}

/** Runs the demo until it says how to end it, which is when the meeting is there. In seconds. */
async function demo(env: NodeJS.ProcessEnv): Promise<number> {
  const start = performance.now();
  const child = spawn('make', ['demo'], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const exit = once(child, 'exit');
  let printed = '';
  const isThere = new Promise<number>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => {
        printed += data;
        if (printed.includes('press Ctrl-C.')) resolve((performance.now() - start) / 1000);
      });
    }
    child.once('exit', (code) => reject(new Error(`The demo ended with ${code}:\n${printed}`)));
  });
  try {
    return await isThere;
  } finally {
    // As Ctrl-C in a terminal, which all of its processes hear.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
    await exit;
  }
}
