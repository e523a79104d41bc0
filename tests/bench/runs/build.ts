import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure, Measured } from '../support/figure';

/** What somebody runs who has just cloned the repository. */
const STEPS = [
  { what: 'npm ci, with what npm has in its cache', run: ['ci', '--no-audit', '--no-fund'] },
  { what: 'npm run build', run: ['run', 'build'] },
  { what: 'npm run check, which is format, lint, types and unit tests', run: ['run', 'check'] },
  { what: 'npm run build:test', run: ['run', 'build:test'] },
  { what: 'npx vitest run --project build', run: ['exec', '--', 'vitest', 'run', '--project', 'build'] },
  {
    what: 'npx vitest run --project browser, in both browsers',
    run: ['exec', '--', 'vitest', 'run', '--project', 'browser'],
  },
] as const;

/**
 * From a fresh clone of the last commit to the last test.
 * @throws Error if a step fails: its time would say nothing.
 */
export async function buildAndTest(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-clone-'));
  try {
    execFileSync('git', ['clone', '--quiet', '.', folder]);
    // Vite, with which others of these benchmarks build, sets it, and npm would leave out all that builds and
    // tests.
    const { NODE_ENV: _, ...env } = process.env;
    const figures = STEPS.map(({ what, run }): Figure => {
      const start = performance.now();
      const options = { cwd: folder, env, encoding: 'utf8', maxBuffer: 1e9 } as const;
      const { status, stdout, stderr } = spawnSync('npm', run, options);
      if (status !== 0)
        throw new Error(`${what} ended with ${status}. It said at last:\n${lastLines(stdout + stderr)}`);
      return { what, median: (performance.now() - start) / 1000, unit: 's', runs: 1 };
    });
    const whole = figures.reduce((sum, figure) => sum + figure.median, 0);
    figures.push({ what: 'all of it', median: whole, unit: 's', runs: 1, goal: { max: 600 } });
    return { name: 'build', title: 'Build and test', note: 'In a fresh clone.', figures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const lastLines = (text: string) => text.trimEnd().split('\n').slice(-LINES).join('\n');
const LINES = 60;
