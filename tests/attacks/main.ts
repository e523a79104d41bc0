import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attackFiles, TITLE } from './find';
import { readReport } from './report';
import { formatTable } from './table';

/**
 * `npm run attacks [-- FILE…]`: runs the attacks alone and prints a table of what becomes of each. What is an
 * attack, its title tells; see `find.ts`.
 */
const given = process.argv.slice(2);
const files = attackFiles('tests').filter(
  (file) => given.length === 0 || given.some((each) => file.includes(each)),
);
if (files.length === 0) {
  process.stderr.write(`No attack is in a file named ${given.join(' or ')}.\n`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'attacks-'));
const json = join(folder, 'report.json');
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--testNamePattern',
    TITLE.source,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${json}`,
    ...files,
  ],
  { stdio: ['ignore', 'inherit', 'inherit'] },
);
const report = readReport(readFileSync(json, 'utf8'));
rmSync(folder, { recursive: true });
process.stdout.write(`\n${formatTable(report)}`);
process.exitCode = status ?? 1;
