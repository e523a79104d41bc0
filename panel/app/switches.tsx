import { TESTING_STRINGS as STRINGS } from '../../strings/testing';
import type { PanelStore } from '../state/store';
import { Switch } from '../ui/switch';

const REASON_ID = 'switches-reason';

/** The two things that a host page decides about the meeting's Chat button. */
export function Switches({ store }: { store: PanelStore }) {
  const meeting = store.meeting.value;
  const describedBy = meeting ? undefined : REASON_ID;
  return (
    <section class="protocol">
      <div class="switches">
        <Switch label={STRINGS.chat} describedBy={describedBy} on={meeting?.chat} onAsk={store.setChat} />
        <Switch label={STRINGS.badge} describedBy={describedBy} on={meeting?.badge} onAsk={store.setBadge} />
      </div>
      {/* It keeps its room: what stands below must not move when a meeting comes. */}
      <p class={meeting ? 'help gone' : 'help'} id={REASON_ID}>
        {STRINGS.switchesNeedMeeting}
      </p>
    </section>
  );
}
