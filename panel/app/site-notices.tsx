import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { hasToJoin, type Status } from '../../protocol/status';
import { SITE_STRINGS } from '../../strings/site';
import type { PanelContext } from '../state/context';
import type { TabReturn } from '../state/tab-return';
import { useInterrupted } from './interrupted';
import { keepRoom } from './keep-room';
import { Notices } from './notices';
import { Reloaded } from './reloaded';
import { Waiting } from './waiting';
import './notices.css';

/** What the user should know, each with the button that helps. */
export function SiteNotices({ context }: { context: PanelContext }) {
  const status = context.store.status.value;
  const interrupted = useInterrupted(context);
  const tabReturn = useTabReturn(context);
  const notices = useRef<HTMLDivElement>(null);
  useEffect(() => keepRoom(notices.current), [status]);
  // Another state has its own, so that none moves to where the other stands.
  return (
    <div key={status} ref={notices} class="notices" data-about={status}>
      <Notices context={context} interrupted={interrupted} />
      <PageNotices context={context} tabReturn={tabReturn} />
    </div>
  );
}

type PageProps = { context: PanelContext; tabReturn: TabReturn | undefined };

/** What is to be said of the page beside the panel. */
function PageNotices({ context, tabReturn }: PageProps) {
  const { store, isShutOut } = context;
  const meeting = store.meeting.value;
  if (store.isOtherVersion.value) return <Line>{SITE_STRINGS.otherVersion}</Line>;
  if (isShutOut.value && tabReturn) return <Reloaded store={store} tabReturn={tabReturn} />;
  const explanation = explanationOf(context);
  return (
    <>
      {explanation && <p class="explanation">{explanation}</p>}
      {store.status.value === 'no-meeting' && context.openHelp && (
        <p class="site-notice">
          <button type="button" onClick={context.openHelp}>
            {SITE_STRINGS.howToStart}
          </button>
        </p>
      )}
      {meeting && !meeting.present && <Line>{SITE_STRINGS.gone}</Line>}
      {meeting?.present && !meeting.recognised && <Line>{SITE_STRINGS.unrecognised}</Line>}
      {meeting && store.status.value === 'waiting' && <Waiting key={meeting.id} context={context} />}
      {meeting && store.mode.value === 'watch' && (
        <Line>
          {SITE_STRINGS.watching}
          <button type="button" onClick={() => store.setMode('drive')}>
            {SITE_STRINGS.driveAgain}
          </button>
        </Line>
      )}
      {meeting?.contested && store.mode.value === 'drive' && (
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

function explanationOf({ store }: PanelContext): string | undefined {
  const status = store.status.value;
  const explanations: Partial<Record<Status, string>> = SITE_STRINGS.explanation;
  if (status === 'ready' && !hasToJoin(store.meeting.value)) return undefined;
  return explanations[status];
}

/** Keeps it known whether the page was loaded again and the extension was not let in. */
function useTabReturn({ loadTabReturn, store, isShutOut, signal }: PanelContext): TabReturn | undefined {
  const [tabReturn, setTabReturn] = useState<TabReturn>();
  useEffect(() => {
    const stop = new AbortController();
    const end = () => stop.abort();
    signal.addEventListener('abort', end, { signal: stop.signal });
    const follow = async () => {
      const loaded = await loadTabReturn?.();
      setTabReturn(loaded);
      loaded?.follow((isOut) => {
        isShutOut.value = isOut && store.page.peek() === undefined;
      }, stop.signal);
    };
    void follow().catch(console.error);
    return end;
  }, []);
  return tabReturn;
}

const Line = ({ children }: { children: ComponentChildren }) => <p class="site-notice">{children}</p>;
