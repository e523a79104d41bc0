import { STRINGS } from '../../strings/panel';
import { meetingName } from '../request/meeting-name';
import type { PanelStore } from '../state/store';

/** A menu of the page's meetings, where there is a choice. */
export function MeetingChoice({ store, title }: { store: PanelStore; title: string | undefined }) {
  const meetings = store.meetings.value;
  const meeting = store.meeting.value;
  return (
    <select
      class="alias"
      aria-label={STRINGS.meeting}
      title={title}
      value={meeting?.id ?? ''}
      onChange={({ currentTarget: { value } }) => {
        const next = meetings.find(({ id }) => id === value);
        if (next) store.chooseMeeting(next);
      }}
    >
      {!meeting && <option value="">{STRINGS.selectMeeting}</option>}
      {meetings.map((each) => (
        <option key={each.id} value={each.id}>
          {meetingName(meetings, each)}
        </option>
      ))}
    </select>
  );
}
