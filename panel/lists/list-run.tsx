import { formatSeconds } from '../../locales/format-seconds';
import { hasFeature } from '../../protocol/calls';
import { LIST_STRINGS } from '../../strings/lists';
import { download } from '../files/download';
import { reportAsCsv, reportAsJUnit } from '../state/call-report';
import { isGood } from '../state/call-result';
import type { PanelContext } from '../state/context';
import { LimitLink } from '../state/limit-link';
import { NoticeText } from '../state/notice';
import { failedTargets } from './failed-targets';
import type { ListRun, Row } from './run';
import { AT_LISTS } from './use-dial-list';

type Props = { context: PanelContext; run: ListRun; onNew(): void; onAgain(): void };

/** A list while it is dialed, and its results. */
export function ListRunView({ context, run, onNew, onAgain }: Props) {
  const { store } = context;
  const rows = run.rows.value;
  const state = run.state.value;
  const over = run.over.value;
  const isDone = state === 'done';
  const isInterrupted = state === 'interrupted';
  const isHeld = state === 'running' && run.heldFor.value > 0;
  const saveAsCsv = () => download('dial-out.csv', 'text/csv', reportAsCsv(rows));
  const meeting = store.meeting.value;
  const canHangUp = meeting !== undefined && hasFeature(meeting, 'hang-up');
  return (
    <>
      <div class="run-head">
        <div class="run-progress">
          <label for="list-progress">{LIST_STRINGS.progress}</label>
          <progress id="list-progress" max={rows.length} value={over} />
          <span>{LIST_STRINGS.progressText({ over, all: rows.length })}</span>
        </div>
        <div class="actions">
          {isInterrupted && !run.isAway.value && (
            <button type="button" onClick={run.resume}>
              {LIST_STRINGS.continue}
            </button>
          )}
          {isInterrupted && (
            <button type="button" onClick={saveAsCsv}>
              {LIST_STRINGS.saveResults}
            </button>
          )}
          {!isDone && !isInterrupted && (
            <>
              {/* It stays while the meeting is away, so that Stop does not come under the pointer. */}
              <button
                type="button"
                class="with-room"
                data-room={longest(LIST_STRINGS.pause, LIST_STRINGS.resume)}
                disabled={state === 'away'}
                onClick={state === 'running' ? run.pause : run.resume}
              >
                {state === 'running' ? LIST_STRINGS.pause : LIST_STRINGS.resume}
              </button>
              <button type="button" onClick={run.stop}>
                {LIST_STRINGS.stop}
              </button>
            </>
          )}
          {/* In the place of what stops a run: a press that comes too late dials nothing. */}
          {isDone && (
            <>
              <button type="button" onClick={saveAsCsv}>
                {LIST_STRINGS.exportCsv}
              </button>
              <button
                type="button"
                onClick={() => download('dial-out.xml', 'application/xml', reportAsJUnit(rows, new Date()))}
              >
                {LIST_STRINGS.exportJUnit}
              </button>
            </>
          )}
          {canHangUp && run.live.value.length > 0 && (
            <button type="button" onClick={run.hangUpAll}>
              {LIST_STRINGS.hangUpAll}
            </button>
          )}
          {isDone && failedTargets(rows).length > 0 && (
            <button type="button" onClick={onAgain} aria-describedby="lists-notice">
              {LIST_STRINGS.dialFailed}
            </button>
          )}
          {(isDone || isInterrupted) && (
            <button type="button" onClick={onNew}>
              {LIST_STRINGS.newList}
            </button>
          )}
          <NoticeText store={store} at={AT_LISTS} id="lists-notice" />
        </div>
        <p
          class="help run-says"
          role="status"
          data-room={longest(LIST_STRINGS.away(run.meeting), LIST_STRINGS.reloaded(run.meeting))}
        >
          <span>
            {isDone &&
              LIST_STRINGS.done({
                good: rows.filter(({ result }) => isGood(result)).length,
                all: rows.length,
              })}
            {state === 'paused' && LIST_STRINGS.paused}
            {isInterrupted && LIST_STRINGS.interrupted({ over, all: rows.length })}
            {isInterrupted && run.isAway.value && ` ${LIST_STRINGS.continueThere(run.meeting)}`}
            {state === 'away' && LIST_STRINGS.away(run.meeting)}
            {state === 'reloaded' && LIST_STRINGS.reloaded(run.meeting)}
            {isHeld && LIST_STRINGS.held(run.heldFor.value)} {isHeld && <LimitLink context={context} />}
          </span>
        </p>
      </div>
      <table aria-label={LIST_STRINGS.results}>
        <thead>
          <tr>
            <th scope="col">{LIST_STRINGS.columns.destination}</th>
            <th scope="col">{LIST_STRINGS.columns.outcome}</th>
            <th scope="col" class="number">
              {LIST_STRINGS.columns.duration}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // By position, since two may be alike and none ever moves.
            <Line key={index} row={row} />
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Returns what takes most room of texts that take each other's place. */
const longest = (one: string, other: string): string => (other.length > one.length ? other : one);

function Line({ row: { target, result } }: { row: Row }) {
  const detail =
    'error' in target ? LIST_STRINGS.line({ line: target.line, error: target.error }) : result.detail;
  return (
    <tr class={`result-${result.outcome}`}>
      <th scope="row">
        <bdi>{target.name}</bdi>
      </th>
      <td>
        {LIST_STRINGS.outcomes[result.outcome]}
        {detail && <span class="detail">{detail}</span>}
      </td>
      <td class="number">{result.seconds !== undefined && formatSeconds(result.seconds)}</td>
    </tr>
  );
}
