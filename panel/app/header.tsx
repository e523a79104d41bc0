import type { Meeting } from '../../protocol/meeting';
import { STRINGS } from '../../strings/panel';
import type { PanelContext } from '../state/context';
import { Glyph } from '../state/glyph';
import type { Status } from '../state/status';
import type { PanelStore } from '../state/store';
import { MoreMenu } from './more-menu';
import { SiteNotices } from './site-notices';

/** The state in words, and which meeting it is about. */
export function Header({ context }: { context: PanelContext }) {
  const { store } = context;
  const status = store.status.value;
  const explanations: Partial<Record<Status, string>> = STRINGS.explanation;
  const explanation = explanations[status];
  return (
    <header>
      <h1 class="unseen">{STRINGS.title}</h1>
      <div class="bar">
        <Glyph of={status} />
        <p role="status">{STRINGS.status[status]}</p>
        <MeetingName store={store} />
        <MoreMenu context={context} />
      </div>
      {explanation && <p class="explanation late">{explanation}</p>}
      <SiteNotices store={store} />
    </header>
  );
}

/** The meeting's alias, or a menu when there is a choice. */
function MeetingName({ store }: { store: PanelStore }) {
  const meetings = store.meetings.value;
  const meeting = store.meeting.value;
  if (!meeting) return null;
  if (meetings.length === 1) return meeting.alias ? <p class="alias">{meeting.alias}</p> : null;
  return (
    <select
      class="alias"
      aria-label={STRINGS.meeting}
      value={meeting.id}
      onChange={(event) => store.chooseMeeting(event.currentTarget.value)}
    >
      {meetings.map(({ id }, index) => (
        <option key={id} value={id}>
          {nameOf(meetings, index)}
        </option>
      ))}
    </select>
  );
}

/** Two frames may show the same conference: namesakes get their position, so that they can be told apart. */
function nameOf(meetings: readonly Meeting[], index: number): string {
  const alias = meetings[index]?.alias;
  if (!alias) return STRINGS.unnamedMeeting(index + 1);
  const isUnique = meetings.filter((other) => other.alias === alias).length === 1;
  return isUnique ? alias : STRINGS.namesake({ name: alias, position: index + 1 });
}
