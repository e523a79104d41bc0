import { effect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Meeting } from '../../protocol/meeting';
import { SCENARIO_STRINGS } from '../../strings/scenarios';
import type { PanelContext } from '../state/context';
import { forget, withMemory } from '../state/remember';
import { keptOf, readKeptRun, type ShownRun } from './kept-scenario';
import { needsOf } from './needs';
import type { Scenario } from './read';
import { startScenario } from './run';
import { ScenarioForm } from './scenario-form';
import { ScenarioReport } from './scenario-report';

/** The name under which a run is kept. */
const KEPT = 'scenario-run';

/** Scenarios: one is chosen and looked at, then it runs, and then its verdict stands here. */
export function Scenarios({ context }: { context: PanelContext }) {
  const [run, setRun] = useState<ShownRun>();
  useEffect(
    () =>
      void withMemory(context, (memory) => {
        const kept = readKeptRun(memory.get(KEPT));
        setRun((here) => here ?? kept);
        return () => {};
      }),
    [],
  );
  useEffect(() => {
    if (!run) return;
    const end = new AbortController();
    context.signal.addEventListener('abort', () => end.abort(), { signal: end.signal });
    void withMemory({ ...context, signal: end.signal }, (memory) =>
      effect(() => memory.keep(KEPT, keptOf(run))),
    );
    return () => end.abort();
  }, [run, context]);
  useEffect(() => {
    const stop = () => run?.stop();
    context.signal.addEventListener('abort', stop, { once: true });
    return stop;
  }, [run, context.signal]);

  const start = (scenario: Scenario, into: Meeting | undefined) => {
    setRun(startScenario(scenario, (stop) => needsOf(context, into, stop)));
  };
  const close = () => {
    setRun(undefined);
    forget(context, KEPT);
  };
  return (
    <section class="scenarios" aria-labelledby="scenarios-title">
      <h2 id="scenarios-title">{SCENARIO_STRINGS.scenario}</h2>
      {/* It stays as it was filled in, for another run. */}
      <div hidden={run !== undefined}>
        <ScenarioForm context={context} start={start} />
      </div>
      {run && <ScenarioReport run={run} onNew={close} />}
    </section>
  );
}
