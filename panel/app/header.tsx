import { STRINGS } from '../../strings/panel';
import { nameMeeting } from '../request/meeting/name-meeting';
import type { PanelContext } from '../state/context';
import { Glyph } from '../state/glyph';
import type { PanelStore } from '../state/store';
import { lazy } from '../ui/lazy';
import { MoreMenu } from '../ui/more-menu';
import { Tabs } from './tabs';

const MoreItems = lazy(() => import('./more-items').then((module) => module.MoreItems));
const MeetingChoice = lazy(() => import('./meeting-choice').then((module) => module.MeetingChoice));
const SiteNotices = lazy(() => import('./site-notices').then((module) => module.SiteNotices));

/** The state in words, and which meeting it is about. */
export function Header({ context }: { context: PanelContext }) {
  const { store } = context;
  const status = store.status.value;
  return (
    <header>
      <h1 class="unseen">{STRINGS.title}</h1>
      <div class="bar">
        <Glyph of={status} />
        <p role="status">{STRINGS.status[context.isShutOut.value ? 'reloaded' : status]}</p>
        <MeetingName store={store} />
        {/* On the page, the frame around a chat is to be as low as it can be. */}
        {context.isOnPage && <Tabs context={context} />}
        <MoreMenu label={STRINGS.more}>{() => <MoreItems context={context} />}</MoreMenu>
      </div>
      <SiteNotices context={context} />
    </header>
  );
}

/** The meeting's alias, with its host in the title; or a menu when there is a choice. */
function MeetingName({ store }: { store: PanelStore }) {
  const meetings = store.meetings.value;
  const meeting = store.meeting.value;
  if (meetings.length === 0) return null;
  const title = meeting && nameMeeting(meetings, meeting);
  if (meetings.length === 1)
    return meeting?.alias ? (
      <p class="alias" title={title}>
        {meeting.alias}
      </p>
    ) : null;
  return <MeetingChoice store={store} title={title} />;
}
