import { CHOICE_STRINGS } from '../../strings/choice';
import { fullMeetingName } from '../request/meeting/meeting-name';
import type { PanelStore } from '../state/store';

/** A menu of the page's meetings, where there is a choice. */
export function MeetingChoice({ store, title }: { store: PanelStore; title: string | undefined }) {
  const meetings = store.meetings.value;
  const meeting = store.meeting.value;
  return (
    <select
      class="alias"
      aria-label={CHOICE_STRINGS.meeting}
      title={title}
      value={meeting?.id ?? ''}
      onChange={({ currentTarget: { value } }) => {
        const next = meetings.find(({ id }) => id === value);
        if (next) store.chooseMeeting(next);
      }}
    >
      {!meeting && <option value="">{CHOICE_STRINGS.select}</option>}
      {meetings.map((each) => {
        const name = fullMeetingName(meetings, each);
        return (
          <option key={each.id} value={each.id}>
            {/* Listed for its calls, it must not pass for the same meeting in another frame. */}
            {each.present ? name : CHOICE_STRINGS.left(name)}
          </option>
        );
      })}
    </select>
  );
}
