import { LIST_STRINGS } from '../../strings/lists';
import { isGood } from '../state/call-result';
import { LimitLink } from '../state/limit-link';
import { RunActions, type RunActionsProps } from './run-actions';
import { RunResults } from './run-results';

/** A list while it is dialed, and its results. */
export function ListRunView(props: Omit<RunActionsProps, 'children'>) {
  const { context, run } = props;
  const rows = run.rows.value;
  const state = run.state.value;
  const over = run.over.value;
  const isInterrupted = state === 'interrupted';
  const isHeld = state === 'running' && run.heldFor.value > 0;
  return (
    <>
      <div class="run-head">
        <div class="run-progress">
          <label for="list-progress">{LIST_STRINGS.progress}</label>
          <progress id="list-progress" max={rows.length} value={over} />
          <span data-room={LIST_STRINGS.progressText({ over: rows.length, all: rows.length })}>
            {LIST_STRINGS.progressText({ over, all: rows.length })}
          </span>
        </div>
        <RunActions {...props}>
          <p class="help run-says" role="status">
            {state === 'done' &&
              LIST_STRINGS.done({
                good: rows.filter(({ result }) => isGood(result)).length,
                all: rows.length,
              })}
            {state === 'stopped' && LIST_STRINGS.stopped(rows.length - over)}
            {state === 'paused' && LIST_STRINGS.paused}
            {isInterrupted && LIST_STRINGS.interrupted({ over, all: rows.length })}
            {isInterrupted && run.isAway.value && ` ${LIST_STRINGS.continueThere(run.meeting)}`}
            {state === 'away' && LIST_STRINGS.away(run.meeting)}
            {state === 'running' && run.isAway.value && LIST_STRINGS.callsAway(run.meeting)}
            {state === 'reloaded' && LIST_STRINGS.reloaded(run.meeting)}
            {isHeld && (
              <>
                {LIST_STRINGS.held(run.heldFor.value)} <LimitLink context={context} />
              </>
            )}
          </p>
        </RunActions>
      </div>
      <RunResults rows={rows} />
    </>
  );
}
