import type { ComponentChildren } from 'preact';
import { SITE_STRINGS } from '../../strings/site';
import type { PanelStore } from '../state/store';

/** What the user should know of the page beside the panel, each with the button that helps. */
export function SiteNotices({ store }: { store: PanelStore }) {
  const meeting = store.meeting.value;
  if (store.isOtherVersion.value) return <Line>{SITE_STRINGS.otherVersion}</Line>;
  if (!meeting) return null;
  const watching = store.mode.value === 'watch';
  return (
    <>
      {!meeting.present && <Line>{SITE_STRINGS.gone}</Line>}
      {meeting.present && !meeting.recognised && <Line>{SITE_STRINGS.unrecognised}</Line>}
      {meeting.present && meeting.plugin.name === 'waiting' && (
        <Line isLate>
          <button type="button" onClick={store.sendAnyway} aria-describedby="send-anyway-help">
            {SITE_STRINGS.sendAnyway}
          </button>
          <span id="send-anyway-help">{SITE_STRINGS.sendAnywayHelp}</span>
        </Line>
      )}
      {watching && (
        <Line>
          {SITE_STRINGS.watching}
          <button type="button" onClick={() => store.setMode('drive')}>
            {SITE_STRINGS.driveAgain}
          </button>
        </Line>
      )}
      {meeting.contested && (
        <Line>
          {SITE_STRINGS.contested}
          <button type="button" onClick={() => store.setMode('watch')}>
            {SITE_STRINGS.watchInstead}
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
