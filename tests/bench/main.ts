import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { errorText } from '../../protocol/error-text';
import { type Name, readOptions, USAGE } from './options';
import { markdownOf, type Report, withTables } from './report/document';
import { rowsOf, textTable } from './report/table';
import { machine, versions } from './report/versions';
import { isMet, type Measured } from './support/figure';

const DOCUMENT = 'docs/maintain/benchmarks.md';
const RESULTS = 'bench-results';

/** Each is loaded when it is run. `effort` is 1, or less for a short run. */
const BENCHMARKS: Record<Name, (effort: number) => Promise<Measured>> = {
  roundtrip: async (effort) => (await import('./runs/round-trip')).roundTrip(effort),
  idle: async (effort) => (await import('./runs/idle-tax')).idleTax(effort),
  flood: async (effort) => (await import('./runs/flood')).flood(effort),
  panel: async (effort) => (await import('./runs/panel-start')).panelStart(effort),
  plugin: async (effort) => (await import('./runs/plugin-start')).pluginStart(effort),
  host: async () => (await import('./runs/host-size')).hostSize(),
  scale: async (effort) => (await import('./runs/scale/scale')).scale(effort),
  people: async (effort) => (await import('./runs/scale/people')).people(effort),
  demo: async (effort) => (await import('./runs/demo')).demoStart(effort),
  build: async () => (await import('./runs/build')).buildAndTest(),
};

const options = readOptions(process.argv.slice(2));
if (!options.ok) {
  process.stderr.write(`${options.error}\n\n${USAGE}`);
  process.exit(2);
}
if (!existsSync('.output/chrome-mv3/peer.js') || !existsSync('.output/firefox-mv3/peer.js')) {
  process.stderr.write('Nothing is built that could be measured. Run "npm run build" first.\n');
  process.exit(2);
}

// The plugin is measured as Web App 3 gets it.
execFileSync('npm', ['run', '--silent', 'deploy'], { stdio: ['ignore', 'ignore', 'inherit'] });

const { names, short, check, markdown, writeDocs } = options.value;
const report: Report = {
  at: new Date().toISOString(),
  command: ['npm run bench --', ...process.argv.slice(2)].join(' ').replace(/ --$/, ''),
  versions: versions(),
  machine: machine(),
  results: [],
};
const failed: string[] = [];
for (const name of names) {
  try {
    const result = await BENCHMARKS[name](short ? 0.1 : 1);
    report.results.push(result);
    process.stdout.write(`\n${result.title}\n${textTable(rowsOf(result))}\n`);
  } catch (error) {
    // What the others have measured, for minutes, is not lost with it.
    failed.push(name);
    process.stderr.write(`\n${name} failed: ${errorText(error)}\n`);
  }
}

mkdirSync(RESULTS, { recursive: true });
const file = `${RESULTS}/${report.at.replace(/[:.]/g, '-')}.json`;
writeFileSync(file, JSON.stringify(report, null, 2));
process.stdout.write(`\nWritten: ${file}\n`);
if (markdown) process.stdout.write(`\n${markdownOf(report)}\n`);
if (writeDocs) writeFileSync(DOCUMENT, withTables(readFileSync(DOCUMENT, 'utf8'), markdownOf(report)));

const missed = report.results.flatMap(({ title, figures }) =>
  figures.filter((figure) => isMet(figure) === false).map(({ what }) => `${title}: ${what}`),
);
if (missed.length > 0) process.stdout.write(`\nGoals missed:\n  ${missed.join('\n  ')}\n`);
if (failed.length > 0 || (check && missed.length > 0)) process.exitCode = 1;
