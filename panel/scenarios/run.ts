import { type ReadonlySignal, signal } from '@preact/signals';
import { createRunClock } from './clock';
import { createPerformer, type ScenarioNeeds } from './perform';
import type { Scenario } from './read';
import { createReceived } from './received';
import { needsPeople } from './steps';

type StepOutcome = 'waiting' | 'running' | 'passed' | 'failed' | 'skipped';

/** What has come of one step. */
export type StepReport = { name: string; outcome: StepOutcome; seconds: number; detail: string };

/** `interrupted`: its panel was closed under it. */
type ScenarioState = 'running' | 'passed' | 'failed' | 'stopped' | 'interrupted';

/** A scenario that runs. */
export interface ScenarioRun {
  readonly scenario: Scenario;
  readonly startedAt: number;
  readonly reports: ReadonlySignal<readonly StepReport[]>;
  readonly state: ReadonlySignal<ScenarioState>;
  /** Does nothing more but hang up the calls that it has placed. */
  stop(): void;
}

/**
 * Plays a scenario step by step. The first that fails ends it, since the others build upon it. What `bring`
 * brings is needed until its signal aborts, with the end of the run.
 */
export function startScenario(scenario: Scenario, bring: (stop: AbortSignal) => ScenarioNeeds): ScenarioRun {
  const life = new AbortController();
  const needs = bring(life.signal);
  const startedAt = needs.now();
  const reports = signal<readonly StepReport[]>(
    scenario.steps.map(({ name }) => ({ name, outcome: 'waiting', seconds: 0, detail: '' })),
  );
  const state = signal<ScenarioState>('running');
  const received = createReceived(startedAt);
  needs.listen(received.add);
  const clock = createRunClock(needs.now, life.signal);
  const isPeopled = scenario.steps.some(needsPeople);
  const { perform, hangUpAll } = createPerformer(needs, clock, received, isPeopled, life.signal);

  const report = (index: number, part: Partial<StepReport>) => {
    reports.value = reports.peek().map((each, at) => (at === index ? { ...each, ...part } : each));
  };

  function end(as: ScenarioState): void {
    if (state.peek() !== 'running') return;
    reports.value = reports
      .peek()
      .map((each) =>
        each.outcome === 'waiting' || each.outcome === 'running' ? { ...each, outcome: 'skipped' } : each,
      );
    hangUpAll();
    state.value = as;
    life.abort();
  }

  async function play(): Promise<void> {
    for (const [index, step] of scenario.steps.entries()) {
      const from = needs.now();
      report(index, { outcome: 'running' });
      const observation = await perform(step);
      if (life.signal.aborted) return;
      const seconds = Math.round((needs.now() - from) / 10) / 100;
      if (observation.met) report(index, { outcome: 'passed', seconds });
      else {
        report(index, { outcome: 'failed', seconds, detail: observation.seen });
        end('failed');
        return;
      }
    }
    end('passed');
  }

  void play();
  return { scenario, startedAt, reports, state, stop: () => end('stopped') };
}
