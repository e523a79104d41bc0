import type { ComponentChildren } from 'preact';
import { SITE_WORDS } from '../../strings/site';
import type { PanelStore } from '../state/store';

/** What the user should know of the page beside the panel, each with the button that helps. */
export function SiteNotices({ store }: { store: PanelStore }) {
  const meeting = store.meeting.value;
  if (store.isOtherVersion.value) return <Line>{SITE_WORDS.otherVersion}</Line>;
  if (!meeting) return null;
  const watching = store.mode.value === 'watch';
  return (
    <>
      {!meeting.present && <Line>{SITE_WORDS.gone}</Line>}
      {meeting.present && !meeting.recognised && <Line>{SITE_WORDS.unrecognised}</Line>}
      {meeting.present && meeting.plugin.name === 'waiting' && (
        <Line isLate>
          <button type="button" onClick={store.sendAnyway} aria-describedby="send-anyway-help">
            {SITE_WORDS.sendAnyway}
          </button>
          <span id="send-anyway-help">{SITE_WORDS.sendAnywayHelp}</span>
        </Line>
      )}
      {watching && (
        <Line>
          {SITE_WORDS.watching}
          <button type="button" onClick={() => store.setMode('drive')}>
            {SITE_WORDS.driveAgain}
          </button>
        </Line>
      )}
      {meeting.contested && (
        <Line>
          {SITE_WORDS.contested}
          <button type="button" onClick={() => store.setMode('watch')}>
            {SITE_WORDS.watchInstead}
          </button>
        </Line>
      )}
    </>
  );
}

type LineProps = { children: ComponentChildren; isLate?: boolean };

const Line = ({ children, isLate }: LineProps) => (
  <p class={isLate ? 'site-notice late' : 'site-notice'}>{children}</p>
);
