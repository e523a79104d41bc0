import type { TargetedEvent } from 'preact';
import { STRINGS } from '../../strings/panel';
import type { PanelStore } from '../state/store';

const REASON_ID = 'switches-reason';

/** The two things that a host page decides about the meeting's Chat button. */
export function Switches({ store }: { store: PanelStore }) {
  const meeting = store.meeting.value;
  return (
    <footer>
      <div class="switches">
        <Switch label={STRINGS.chat} on={meeting?.chat} onAsk={store.setChat} />
        <Switch label={STRINGS.badge} on={meeting?.badge} onAsk={store.setBadge} />
      </div>
      {!meeting && (
        <p class="help" id={REASON_ID}>
          {STRINGS.switchesNeedMeeting}
        </p>
      )}
    </footer>
  );
}

type SwitchProps = {
  label: string;
  on: boolean | undefined;
  describedBy?: string | undefined;
  onAsk: (on: boolean) => void;
};

/** Shows what the peer says, never what was asked for. Without a meeting there is nothing to show. */
export function Switch({ label, on, describedBy, onAsk }: SwitchProps) {
  const ask = (event: TargetedEvent<HTMLInputElement>) => {
    const { checked } = event.currentTarget;
    event.currentTarget.checked = on === true;
    onAsk(checked);
  };
  return (
    <label class="switch">
      {label}
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says by itself whether it is checked
        role="switch"
        checked={on === true}
        disabled={on === undefined}
        aria-describedby={on === undefined ? REASON_ID : describedBy}
        onChange={ask}
      />
    </label>
  );
}
