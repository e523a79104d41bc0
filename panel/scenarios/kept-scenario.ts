import { signal } from '@preact/signals';
import type { ScenarioRun, StepReport } from './run';

/** A scenario as it was chosen and filled in. */
export type FilledScenario = {
  chosen: string;
  text: string;
  /** Values of its variables, by name. */
  given: Readonly<Record<string, string>>;
};

/** Reads a filled-in scenario that was kept. */
export function readFilled(kept: unknown): FilledScenario | undefined {
  const { chosen, text, given } = Object(kept);
  const isWhole = typeof chosen === 'string' && typeof text === 'string' && typeof given === 'object';
  return isWhole ? (kept as FilledScenario) : undefined;
}

/** The name under which a run is kept. */
export const KEPT_SCENARIO_RUN = 'scenario-run';

/** What is kept of a run, for the report in the next panel. */
type KeptScenarioRun = {
  scenario: Pick<ScenarioRun['scenario'], 'name'>;
  startedAt: number;
  reports: readonly StepReport[];
  state: ShownRun['state']['value'];
};

/** A run as its report shows it. */
export type ShownRun = Pick<ScenarioRun, 'startedAt' | 'reports' | 'state' | 'stop'> & {
  scenario: Pick<ScenarioRun['scenario'], 'name'>;
};

/** Returns what is to be kept of a run as it is now. */
export const keptOf = ({ scenario: { name }, startedAt, reports, state }: ShownRun): KeptScenarioRun => ({
  scenario: { name },
  startedAt,
  reports: reports.value,
  state: state.value,
});

/** The report of a run in a panel that was closed. What was under way then has ended with that panel. */
export function readKeptScenario(kept: unknown): ShownRun | undefined {
  const { scenario, startedAt, reports, state } = Object(kept);
  if (typeof scenario?.name !== 'string' || !Array.isArray(reports)) return undefined;
  const wasRunning = state === 'running';
  const left = (reports as StepReport[]).map((each) =>
    each.outcome === 'waiting' || each.outcome === 'running'
      ? { ...each, outcome: 'skipped' as const }
      : each,
  );
  return {
    scenario,
    startedAt,
    reports: signal(left),
    state: signal(wasRunning ? 'interrupted' : state),
    stop() {},
  };
}
