import { useEffect, useState } from 'preact/hooks';
import type { Meeting } from '../../protocol/meeting';
import { SCENARIO_STRINGS } from '../../strings/scenarios';
import type { PanelContext } from '../state/context';
import { needsOf } from './needs';
import type { Scenario } from './read';
import { type ScenarioRun, startScenario } from './run';
import { ScenarioForm } from './scenario-form';
import { ScenarioReport } from './scenario-report';

/** Scenarios: one is chosen and looked at, then it runs, and then its verdict stands here. */
export function Scenarios({ context }: { context: PanelContext }) {
  const [run, setRun] = useState<ScenarioRun>();
  useEffect(() => {
    const stop = () => run?.stop();
    context.signal.addEventListener('abort', stop, { once: true });
    return stop;
  }, [run, context.signal]);

  const start = (scenario: Scenario, into: Meeting | undefined) => {
    setRun(startScenario(scenario, (stop) => needsOf(context, into, stop)));
  };
  return (
    <section class="scenarios" aria-labelledby="scenarios-title">
      <h2 id="scenarios-title">{SCENARIO_STRINGS.scenario}</h2>
      {/* It stays as it was filled in, for another run. */}
      <div hidden={run !== undefined}>
        <ScenarioForm context={context} start={start} />
      </div>
      {run && <ScenarioReport run={run} onNew={() => setRun(undefined)} />}
    </section>
  );
}
