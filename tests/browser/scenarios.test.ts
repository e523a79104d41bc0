import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoMeeting, startMeeting } from '../../meeting/start';
import { readScenario } from '../../panel/scenarios/read';
import { playIn } from '../../scripts/scenario/play';
import { browsers, type Surface } from './harness/browser';
import { dialed } from './support/calls';
import { createFixture, type Fixture } from './support/fixture';

const FILES = readdirSync('scenarios').filter((name) => name.endsWith('.json'));
const TIMINGS = { ringMs: 100, slowMs: 3000, leaveMs: 500 };

/** The shipped plugin, with one of its messages misspelt: the meeting goes on, and never says that. */
function brandingThatNeverSays(message: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'branding-'));
  cpSync('webapp3/branding', folder, { recursive: true });
  const plugin = join(folder, 'plugins/external-chat');
  const scripts = readdirSync(plugin).filter((name) => name.endsWith('.js'));
  for (const name of scripts) {
    const script = readFileSync(join(plugin, name), 'utf8');
    writeFileSync(
      join(plugin, name),
      script.replaceAll(new RegExp(`(["'\`])${message}\\1`, 'g'), '$1never$1'),
    );
  }
  return folder;
}

/** Plays a file in a panel, with other values and shorter waits. */
async function play(panel: Surface, name: string, variables: Record<string, string> = {}, within?: number) {
  const file = JSON.parse(readFileSync(`scenarios/${name}`, 'utf8'));
  if (within) for (const step of file.steps) if (step.do === 'expect-message') step.within = within;
  const source = JSON.stringify(file);
  const scenario = readScenario(source, variables);
  if (!scenario.ok) throw new Error(scenario.error.join('\n'));
  return playIn(panel, scenario.value, source);
}

/** Runs the command, and what comes of it. */
function command(...args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn('npx', ['tsx', 'scripts/scenario.ts', ...args]);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ code, output }));
  });
}

describe.each(browsers)('scenarios, in $name', (candidate) => {
  let fixture: Fixture;
  let panel: Surface;
  const broken: DemoMeeting[] = [];

  beforeAll(async () => {
    fixture = await createFixture(candidate, TIMINGS);
    panel = await openPanel(fixture.meeting);
  });
  afterAll(async () => {
    await fixture?.close();
    for (const meeting of broken) await meeting.close();
  });

  const openPanel = async (meeting: DemoMeeting) => {
    const tab = await fixture.browser.open(meeting.embeddingUrl());
    return tab.pressIcon();
  };
  const meetingThatNeverSays = async (message: string) => {
    const meeting = await startMeeting({ brandingDir: brandingThatNeverSays(message), ...TIMINGS });
    broken.push(meeting);
    return meeting;
  };

  test.each(FILES)('%s holds against the meeting in a box', async (name) => {
    const { state, reports } = await play(panel, name);
    expect(reports.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(state).toBe('passed');
  });

  test('leave nobody in the meeting', async () => {
    await expect.poll(() => dialed(fixture)).toEqual([]);
  });

  test('fail at the message that a plugin never says, and at no other step', async () => {
    const meeting = await meetingThatNeverSays('button-state');
    const { state, reports } = await play(await openPanel(meeting), 'smoke.json', {}, 2);
    expect(state).toBe('failed');
    expect(reports.map(({ outcome }) => outcome)).toEqual([
      'passed',
      'passed',
      'failed',
      ...Array(reports.length - 3).fill('skipped'),
    ]);
    expect(reports[2]).toMatchObject({
      name: 'The plugin reports that it is on',
      detail: expect.stringMatching(/doesn’t support button-state/),
    });
  });

  // Each browser that is started costs seconds: one plays what fails, the other what passes.
  if (candidate.name === 'chromium') {
    test('from the command line: each step, exit code 1, a report and pictures of what failed', async () => {
      const meeting = await meetingThatNeverSays('dial-out-success');
      const folder = mkdtempSync(join(tmpdir(), 'scenario-'));
      const { code, output } = await command(
        ...['scenarios/smoke.json', '--url', meeting.embeddingUrl()],
        ...['--var', 'destination=carol@example.com', '--var', 'answerSeconds=3'],
        ...['--junit', join(folder, 'out.xml'), '--screenshots', folder],
      );
      expect(output).toMatch(/10 +ok +The destination is dialed/);
      expect(output).toMatch(/11 +FAILED +It joins .*\n +Waited 3 s, but found: ringing/);
      expect(output).toMatch(/Failed: 10 of 14 steps passed/);
      expect(code).toBe(1);
      expect(readFileSync(join(folder, 'out.xml'), 'utf8')).toMatch(
        /tests="14" failures="1" errors="0" skipped="3"[\s\S]*name="It joins" time="3[.\d]*"><failure /,
      );
      expect(existsSync(join(folder, 'page.png')) && existsSync(join(folder, 'panel.png'))).toBe(true);
      expect(meeting.node.conference('qa.meeting').dials.at(-1)).toMatchObject({
        destination: 'carol@example.com',
      });
    });
  } else {
    test('from the command line, on Web App 3 itself: exit code 0 where every step holds', async () => {
      const url = fixture.meeting.directUrl();
      const { code, output } = await command('scenarios/badge.json', '--url', url, '--browser', 'firefox');
      expect(output).toMatch(/Passed: (\d+) of \1 steps/);
      expect(code).toBe(0);
    });
  }
});
