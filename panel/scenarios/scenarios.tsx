import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Meeting } from '../../protocol/meeting';
import { SCENARIO_STRINGS } from '../../strings/scenarios';
import type { PanelContext } from '../state/context';
import { useKept } from '../state/use-kept';
import { KEPT_SCENARIO_RUN, keptOf, readKeptScenario, type ShownRun } from './kept-scenario';
import { needsOf } from './needs';
import type { Scenario } from './read';
import { startScenario } from './run';
import { ScenarioForm } from './scenario-form';
import { ScenarioReport } from './scenario-report';
import './scenarios.css';

/** Scenarios: one is chosen and looked at, then it runs, and then its result stands here. */
export function Scenarios({ context }: { context: PanelContext }) {
  const [run, setRun] = useState<ShownRun>();
  useKept(context, KEPT_SCENARIO_RUN, run, keptOf, (kept) =>
    setRun((here) => here ?? readKeptScenario(kept)),
  );
  useEffect(() => {
    const stop = () => run?.stop();
    context.signal.addEventListener('abort', stop, { once: true });
    return stop;
  }, [run, context.signal]);

  const start = (scenario: Scenario, into: Meeting | undefined) => {
    setRun(startScenario(scenario, (stop) => needsOf(context, into, stop)));
  };
  const section = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // Run is out of sight now, with the form.
    if (run && document.activeElement?.closest('.scenarios [hidden]')) section.current?.focus();
  }, [run]);
  return (
    <section class="scenarios" aria-labelledby="scenarios-title" tabIndex={-1} ref={section}>
      <h2 id="scenarios-title">{SCENARIO_STRINGS.scenario}</h2>
      {/* It stays as it was filled in, for another run. */}
      <div hidden={run !== undefined}>
        <ScenarioForm context={context} start={start} />
      </div>
      {run && <ScenarioReport run={run} onNew={() => setRun(undefined)} />}
    </section>
  );
}
