import type { Done } from '../../settings/presets/presets-store';
import { PRESET_STRINGS } from '../../strings/presets';

type Props = { done: Done | undefined; class: string };

/** What was last done to presets or lists, and how to undo it. */
export function DoneNote({ done, class: className }: Props) {
  if (!done) return null;
  return (
    <p class={className} role="status">
      {done.text}{' '}
      {done.undo && (
        <button type="button" class="plain" onClick={done.undo}>
          {PRESET_STRINGS.undo}
        </button>
      )}
    </p>
  );
}
