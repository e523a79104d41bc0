import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readScenario } from '../panel/scenarios/read';
import { reportScenarioAsJUnit } from '../panel/scenarios/report';
import type { StepReport } from '../panel/scenarios/run';
import { errorText } from '../protocol/error-text';
import { browsers, type Surface, type Tab } from '../tests/browser/harness/browser';
import { fail, pathGiven, print, readGiven } from './command';
import { readArguments, USAGE, type Wish } from './scenario/arguments';
import { playIn, type ScenarioOutcome } from './scenario/play';

const BUILDS = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' };
const MISUSE = 2;

/** Plays what was asked for, tells of it step by step, and returns the exit code. */
async function play({ file, url, browser: name, variables, junit, screenshots }: Wish): Promise<number> {
  const source = new TextDecoder().decode(readGiven(file, MISUSE));
  const scenario = readScenario(source, variables);
  if (!scenario.ok) fail([`Can’t run ${file}:`, ...scenario.error].join('\n  '), MISUSE);
  const extensionDir = BUILDS[name];
  if (!existsSync(join(extensionDir, 'manifest.json'))) {
    fail(`There is no extension in ${extensionDir}. Run "npm run build:extension" first.`, MISUSE);
  }
  const launch = browsers.find((each) => each.name === name)?.launch;
  if (!launch) return MISUSE;
  const startedAt = new Date();
  print(`${scenario.value.name}, in ${name}, at ${new URL(url).origin}`);
  const browser = await launch({ extensionDir }).catch((error: unknown) =>
    fail(`${name} did not start: ${errorText(error)}`, MISUSE),
  );
  let tab: Tab | undefined;
  let panel: Surface | undefined;
  try {
    tab = await browser.open(url);
    panel = await tab.pressIcon();
    const outcome = await playIn(panel, scenario.value, source, printStep);
    if (junit !== undefined)
      writeTo(junit, reportScenarioAsJUnit(scenario.value.name, outcome.reports, startedAt));
    const held = outcome.reports.filter(({ outcome }) => outcome === 'passed').length;
    const all = outcome.reports.length;
    print(
      outcome.state === 'passed'
        ? `Passed: ${held} of ${all} steps.`
        : `Failed: ${held} of ${all} steps passed.`,
    );
    if (outcome.state !== 'passed') await takePictures(screenshots, tab, panel);
    return exitCodeOf(outcome);
  } catch (error) {
    print(`Failed: ${errorText(error)}`);
    await takePictures(screenshots, tab, panel);
    return 1;
  } finally {
    await browser.close();
  }
}

const exitCodeOf = ({ state }: ScenarioOutcome) => (state === 'passed' ? 0 : 1);

const MARKS = { passed: 'ok', failed: 'FAILED', skipped: 'skipped', waiting: '', running: '' };

function printStep({ name, outcome, seconds, detail }: StepReport, index: number): void {
  const time = outcome === 'skipped' ? '' : `  ${seconds.toFixed(1)} s`;
  print(`${String(index + 1).padStart(3)}  ${MARKS[outcome].padEnd(7)}  ${name}${time}`);
  if (detail) print(`              ${detail}`);
}

async function takePictures(
  folder: string | undefined,
  tab: Tab | undefined,
  panel: Surface | undefined,
): Promise<void> {
  if (folder === undefined) return;
  const into = pathGiven(folder);
  mkdirSync(into, { recursive: true });
  for (const [name, surface] of Object.entries({ page: tab, panel })) {
    // A picture that cannot be taken must not hide why it was wanted.
    await surface
      ?.screenshot(join(into, `${name}.png`))
      .then(() => print(`Screenshot: ${join(folder, `${name}.png`)}`))
      .catch((error: unknown) => print(`Couldn’t take a screenshot of the ${name}: ${errorText(error)}`));
  }
}

function writeTo(path: string, content: string): void {
  const target = pathGiven(path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}

const asked = readArguments(process.argv.slice(2));
if (!asked.ok) fail(`${asked.error}\n\n${USAGE}`, MISUSE);
else if (asked.value) process.exitCode = await play(asked.value);
else process.stdout.write(USAGE);
