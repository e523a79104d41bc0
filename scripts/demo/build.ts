import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What the demo needs, and nothing else: no Firefox, no packages, no host library. None reads another. */
const BUILDS = [
  'vite build --config plugin/external-chat/vite.config.ts && tsx scripts/deploy.ts',
  'vite build --config meeting/vite.config.ts',
  'wxt build --browser chrome',
];

/**
 * Builds side by side what the demo needs, and writes all that the builds print to a file.
 * @throws Error with the end of that file if a build fails
 */
export async function buildForDemo(log: string): Promise<void> {
  mkdirSync(dirname(log), { recursive: true });
  const file = openSync(log, 'w');
  try {
    const codes = await Promise.all(BUILDS.map((command) => run(command, file)));
    if (codes.every((code) => code === 0)) return;
  } finally {
    closeSync(file);
  }
  const end = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-SHOWN_LINES);
  throw new Error(`The build failed. All of its messages are in ${log}. The last ones:\n${end.join('\n')}`);
}

/** What fits on a terminal beside the other lines. */
const SHOWN_LINES = 8;

async function run(command: string, output: number): Promise<unknown> {
  const PATH = `node_modules/.bin:${process.env.PATH}`;
  const env = { ...process.env, PATH, NODE_ENV: 'production' };
  const child = spawn('sh', ['-c', command], { env, stdio: ['ignore', output, output] });
  const [code] = await once(child, 'exit');
  return code;
}
