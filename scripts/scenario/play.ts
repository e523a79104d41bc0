import type { Scenario } from '../../panel/scenarios/read';
import type { StepReport } from '../../panel/scenarios/run';
import { USUAL_SECONDS } from '../../panel/scenarios/steps';
import { inEnglish } from '../../protocol/english';
import { fields, list, Mismatch, oneOf, text } from '../../protocol/shape';
import type { Surface } from '../../tests/browser/harness/browser';
import { eventually } from '../../tests/browser/harness/eventually';

/** What has come of a scenario that was played in a panel. */
export type ScenarioOutcome = { state: 'passed' | 'failed' | 'stopped'; reports: readonly StepReport[] };

const shown = fields({
  state: oneOf(['running', 'passed', 'failed', 'stopped']),
  reports: list(
    fields({
      name: text(10_000),
      outcome: oneOf(['waiting', 'running', 'passed', 'failed', 'skipped']),
      seconds: text(32),
      detail: text(100_000),
    }),
    1000,
  ),
});

/** Beyond what the steps may take: for the panel to load, and for the limit of calls within a minute. */
const MARGIN_MS = 90_000;

/**
 * Plays a scenario in an open panel, through its own form, and calls `onStep` with each step as it ends.
 * Everything is found by ids, since the words are those of the browser's language.
 *
 * @throws Error if the panel does not get to the end of it
 */
export async function playIn(
  panel: Surface,
  scenario: Scenario,
  source: string,
  onStep: (report: StepReport, index: number) => void = () => {},
): Promise<ScenarioOutcome> {
  await panel.waitFor('the tab of the tests', () => {
    for (const id of ['tab-testing', 'tab-tests']) document.getElementById(id)?.click();
    // The form is put away while the report of an earlier run is shown.
    document
      .querySelector<HTMLButtonElement>('.scenario-report[data-state]:not([data-state=running]) button')
      ?.click();
    return document.getElementById('scenario-text') !== null && !document.querySelector('.scenario-report');
  });
  await panel.evaluate(
    (file) => {
      const field = document.querySelector<HTMLTextAreaElement>('#scenario-text');
      if (!field) return;
      field.value = file;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    withVariables(source, scenario),
  );
  await panel.waitFor('the scenario to start', () => {
    if (!document.querySelector('.scenario-report')) {
      document.querySelector<HTMLButtonElement>('.scenarios button[type=submit]:enabled')?.click();
    }
    return document.querySelector('.scenario-report') !== null;
  });

  const told = new Set<number>();
  return eventually(
    `the end of "${scenario.name}"`,
    async () => {
      const outcome = await reportOf(panel);
      for (const [index, report] of outcome.reports.entries()) {
        if (told.has(index) || report.outcome === 'waiting' || report.outcome === 'running') continue;
        told.add(index);
        onStep(report, index);
      }
      const { state, reports } = outcome;
      if (state !== 'running') return { done: { value: { state, reports } } };
      return { seen: reports.find(({ outcome }) => outcome === 'running')?.name ?? 'no step that runs' };
    },
    { timeoutMs: longest(scenario) + MARGIN_MS },
  );
}

/** The file with the values that count in the place of its defaults. */
function withVariables(source: string, { variables }: Scenario): string {
  const file: unknown = JSON.parse(source);
  return JSON.stringify({ ...Object(file), variables }, null, 2);
}

const longest = ({ steps }: Scenario): number =>
  steps.reduce((sum, step) => sum + ('within' in step ? (step.within ?? USUAL_SECONDS) : USUAL_SECONDS), 0) *
  1000;

async function reportOf(
  panel: Surface,
): Promise<{ state: ScenarioOutcome['state'] | 'running'; reports: StepReport[] }> {
  const seen: unknown = await panel.evaluate(() => {
    const report = document.querySelector<HTMLElement>('.scenario-report');
    const rows = [...(report?.querySelectorAll<HTMLElement>('[data-outcome]') ?? [])];
    return {
      state: report?.dataset.state,
      reports: rows.map((row) => ({
        name: row.querySelector('th')?.textContent,
        outcome: row.dataset.outcome,
        seconds: row.dataset.seconds,
        detail: row.querySelector('.detail')?.textContent ?? '',
      })),
    };
  });
  const read = shown(seen);
  if (read instanceof Mismatch)
    throw new Error(`Couldn’t read the report in the panel: ${inEnglish(read.problems[0])}`);
  return { ...read, reports: read.reports.map((each) => ({ ...each, seconds: Number(each.seconds) })) };
}
