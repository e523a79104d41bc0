import { formatTenthsOfSeconds } from '../../locales/format-seconds';
import { SCENARIO_STRINGS } from '../../strings/scenarios';
import { download } from '../files/download';
import type { ShownRun } from './kept-scenario';
import { reportScenarioAsJUnit } from './report';
import type { StepReport } from './run';

/** A scenario while it runs, and what has come of it. */
export function ScenarioReport({ run, onNew }: { run: ShownRun; onNew(): void }) {
  const reports = run.reports.value;
  const state = run.state.value;
  const over = reports.filter(isOver).length;
  const passed = reports.filter(({ outcome }) => outcome === 'passed').length;
  const save = () =>
    download(
      'scenario.xml',
      'application/xml',
      reportScenarioAsJUnit(run.scenario.name, reports, new Date(run.startedAt)),
    );
  return (
    <div class="scenario-report" data-state={state}>
      <p>{run.scenario.name}</p>
      <div class="run-progress">
        <label for="scenario-progress">{SCENARIO_STRINGS.progress}</label>
        <progress id="scenario-progress" max={reports.length} value={over} />
        <span data-room={SCENARIO_STRINGS.progressText({ over: reports.length, all: reports.length })}>
          {SCENARIO_STRINGS.progressText({ over, all: reports.length })}
        </span>
      </div>
      <p class={`report-state report-state-${state}`} role="status">
        {state !== 'running' && SCENARIO_STRINGS.states[state]({ held: passed, all: reports.length })}
      </p>
      <div class="actions">
        {state === 'running' ? (
          <button type="button" onClick={run.stop}>
            {SCENARIO_STRINGS.stop}
          </button>
        ) : (
          <>
            <button type="button" onClick={onNew}>
              {SCENARIO_STRINGS.back}
            </button>
            <button type="button" onClick={save}>
              {SCENARIO_STRINGS.exportJUnit}
            </button>
          </>
        )}
      </div>
      <table aria-label={SCENARIO_STRINGS.steps}>
        <thead>
          <tr>
            <th scope="col">{SCENARIO_STRINGS.columns.step}</th>
            <th scope="col">{SCENARIO_STRINGS.columns.outcome}</th>
            <th scope="col" class="number">
              {SCENARIO_STRINGS.columns.duration}
            </th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report, index) => (
            // By position, since names may be alike and none ever moves.
            <Line key={index} report={report} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether a step has run to its end. One that was skipped has not. */
const isOver = ({ outcome }: StepReport): boolean => outcome === 'passed' || outcome === 'failed';

/** `data-outcome` says it in a word that no translation changes, for `npm run scenario`. */
function Line({ report }: { report: StepReport }) {
  const { name, outcome, seconds, detail } = report;
  return (
    <tr class={`result-${outcome}`} data-outcome={outcome} data-seconds={seconds}>
      <th scope="row">{name}</th>
      <td>
        {SCENARIO_STRINGS.outcomes[outcome]}
        {detail && <span class="detail">{detail}</span>}
      </td>
      <td class="number">{isOver(report) && formatTenthsOfSeconds(seconds)}</td>
    </tr>
  );
}
