import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { hasFeature } from '../../protocol/calls';
import { LIST_STRINGS } from '../../strings/lists';
import type { PanelContext } from '../state/context';
import { NoticeText } from '../state/notice';
import { longest } from '../ui/longest';
import { failedTargets } from './failed-targets';
import type { ListRun } from './run';
import { SaveResults, saveAsCsv } from './save-results';
import { AT_LISTS } from './use-dial-list';

export type RunActionsProps = {
  context: PanelContext;
  run: ListRun;
  onNew(): void;
  onAgain(): void;
  /** What is said of the run. */
  children: ComponentChildren;
};

/**
 * What can be done to a list while it is dialed, and with its results. Nothing moves as it ends by itself:
 * what stays comes first, what comes late comes last, and there is room for all of it from the beginning.
 */
export function RunActions({ context, run, onNew, onAgain, children }: RunActionsProps) {
  const { store } = context;
  const rows = run.rows.value;
  const state = run.state.value;
  const isDone = state === 'done';
  const isInterrupted = state === 'interrupted';
  const hasResults = isDone || state === 'stopped';
  const meeting = store.meeting.value;
  const canHangUp = meeting !== undefined && hasFeature(meeting, 'hang-up') && run.live.value.length > 0;
  // It keeps its place while there is no call, and while another meeting is in front.
  const hasHangUp = useRef(false);
  hasHangUp.current ||= meeting !== undefined && hasFeature(meeting, 'hang-up');
  const first = hasHangUp.current ? [LIST_STRINGS.hangUpAll] : [];
  return (
    <div class="run-actions">
      <div>
        <div class="actions">
          {hasHangUp.current && (
            <button type="button" disabled={!canHangUp} onClick={run.hangUpAll}>
              {LIST_STRINGS.hangUpAll}
            </button>
          )}
          {isInterrupted && !run.isAway.value && (
            <button type="button" onClick={run.resume}>
              {LIST_STRINGS.continue}
            </button>
          )}
          {isInterrupted && (
            <button type="button" onClick={() => saveAsCsv(rows)}>
              {LIST_STRINGS.saveResults}
            </button>
          )}
          {!hasResults && !isInterrupted && (
            <>
              {/* It stays while there is nothing to pause, so that Stop does not come under the pointer. */}
              <button
                type="button"
                class="with-room"
                data-room={longest(LIST_STRINGS.pause, LIST_STRINGS.resume)}
                disabled={state === 'away' || !run.hasNext.value}
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
          {hasResults && <SaveResults rows={rows} />}
          {(hasResults || isInterrupted) && (
            <button type="button" onClick={onNew}>
              {LIST_STRINGS.newList}
            </button>
          )}
          {isDone && failedTargets(rows).length > 0 && (
            <button type="button" onClick={onAgain} aria-describedby="lists-notice">
              {LIST_STRINGS.dialFailed}
            </button>
          )}
          <NoticeText store={store} at={AT_LISTS} id="lists-notice" />
        </div>
        {children}
      </div>
      <Room
        buttons={[...first, ...RUNNING()]}
        says={longest(LIST_STRINGS.away(run.meeting), LIST_STRINGS.reloaded(run.meeting))}
      />
      <Room
        buttons={[...first, ...RESULTS()]}
        says={LIST_STRINGS.done({ good: rows.length, all: rows.length })}
      />
    </div>
  );
}

/** The buttons of a run, as wide as they become. */
const RUNNING = () => [longest(LIST_STRINGS.pause, LIST_STRINGS.resume), LIST_STRINGS.stop];

/** The buttons of its results, the menu beside the first one. */
const RESULTS = () => [`${LIST_STRINGS.exportCsv}${MENU}`, LIST_STRINGS.newList, LIST_STRINGS.dialFailed];

/** As wide as the button of a menu. */
const MENU = '\u2003\u2003\u00a0';

/** Takes the room of these buttons and of a text, and shows nothing. */
function Room({ buttons, says }: { buttons: readonly string[]; says: string }) {
  return (
    <div class="room" aria-hidden="true">
      <div class="actions">
        {buttons.map((label) => (
          <span key={label} data-room={label} />
        ))}
      </div>
      <p class="help run-says" data-room={says} />
    </div>
  );
}
