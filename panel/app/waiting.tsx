import { useState } from 'preact/hooks';
import type { Meeting } from '../../protocol/meeting';
import { meetingRefOf } from '../../protocol/panel-requests';
import { SITE_STRINGS } from '../../strings/site';
import type { PanelContext } from '../state/context';

/** What helps with a plugin that has not responded: it may have done so before the peer was there. */
export function Waiting({ context: { store, connection } }: { context: PanelContext }) {
  const [isAsked, setAsked] = useState(false);
  const reload = () => {
    const meeting = store.meeting.peek();
    if (meeting) connection.send({ type: 'reload', ...meetingRefOf(meeting) });
    setAsked(false);
  };
  if (isAsked)
    return (
      // Not the button in the place of the one that was pressed: a second press would press it.
      <div class="site-notice" tabIndex={-1} ref={focus}>
        <span id="reload-question">{SITE_STRINGS.reloadQuestion}</span>
        <button type="button" onClick={reload} aria-describedby="reload-question">
          {SITE_STRINGS.reload}
        </button>
        <button type="button" onClick={() => setAsked(false)}>
          {SITE_STRINGS.cancel}
        </button>
      </div>
    );
  return (
    <>
      {isReloadable(store.meeting.value) && (
        <p class="site-notice">
          <button type="button" onClick={() => setAsked(true)}>
            {SITE_STRINGS.reloadMeeting}
          </button>
        </p>
      )}
      <p class="site-notice">
        <button type="button" onClick={store.sendAnyway} aria-describedby="send-anyway-help">
          {SITE_STRINGS.sendAnyway}
        </button>
        <span id="send-anyway-help">{SITE_STRINGS.sendAnywayHelp}</span>
      </p>
    </>
  );
}

/**
 * The address of a frame further down, or of one that a script has led to the meeting, is unknown: the same
 * address once more would empty it. A meeting without a frame is the page itself.
 */
const isReloadable = (meeting: Meeting | undefined): boolean =>
  meeting?.address === undefined ? meeting?.recognised === true : /^http/.test(meeting.address);

const focus = (element: HTMLElement | null) => element?.focus();
