import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { testsAbout } from './touched';

/**
 * `npm run test:changed [-- COMMIT]`: runs the tests of what is not committed, or has changed since a commit.
 * Unit tests are chosen by what they import, browser tests by the folders that they are about.
 */
const [since = 'HEAD'] = process.argv.slice(2);
if (
  spawnSync('git', ['rev-parse', '--verify', '--quiet', '--end-of-options', `${since}^{commit}`]).status !== 0
) {
  process.stderr.write(`There is no commit ${since}.\n`);
  process.exit(2);
}

/** What browser tests read of `npm run build:test`: its packages and ZIPs take longest. */
const BUILDS = ['plugins', 'host', 'doubles', 'preview', 'extension'];

const git = (...args: string[]): string[] =>
  execFileSync('git', [...args, '-z'], { encoding: 'utf8' })
    .split('\0')
    .filter(Boolean);

function run(...command: [string, ...string[]]): void {
  const [program, ...args] = command;
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const vitest = (...args: string[]) => run(process.execPath, 'node_modules/vitest/vitest.mjs', 'run', ...args);

const changed = [
  ...git('diff', '--name-only', since),
  ...git('ls-files', '--others', '--exclude-standard'),
].filter((path) => existsSync(path));
const tests = readdirSync('tests/browser')
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `tests/browser/${name}`);
const browserTests = testsAbout(changed, tests);

if (changed.length === 0) process.stdout.write(`Nothing has changed since ${since}.\n`);
else {
  vitest('--project', 'unit', '--changed', since, '--passWithNoTests');
  if (browserTests.length > 0) {
    const needsHosts = browserTests.some((test) => test.includes('fixed-hosts'));
    const builds = [...BUILDS, ...(needsHosts ? ['fixed-hosts'] : [])];
    run(process.execPath, 'node_modules/tsx/dist/cli.mjs', 'tests/prebuild/main.ts', ...builds);
    vitest('--project', 'browser', '--project', 'flood', ...browserTests);
  }
}
