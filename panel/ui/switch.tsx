import type { TargetedEvent } from 'preact';

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
        aria-describedby={describedBy}
        onChange={ask}
      />
    </label>
  );
}
