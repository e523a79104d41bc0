import type { PresetsStore } from '../../settings/presets/presets-store';
import { PRESET_STRINGS } from '../../strings/presets';

/** What was last done to the presets, and the way back. */
export function PresetsDone({ presets }: { presets: PresetsStore }) {
  const done = presets.done.value;
  if (!done) return null;
  return (
    <p class="help done" role="status">
      {done.text}{' '}
      {done.undo && (
        <button type="button" class="plain" onClick={done.undo}>
          {PRESET_STRINGS.undo}
        </button>
      )}
    </p>
  );
}
