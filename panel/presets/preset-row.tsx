import { useEffect, useRef } from 'preact/hooks';
import type { Preset } from '../../settings/presets/preset';
import type { PresetsStore } from '../../settings/presets/presets-store';
import { PRESET_STRINGS } from '../../strings/presets';
import { keyOf } from '../ui/key-of';

const ARROWS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

type Props = {
  presets: PresetsStore;
  preset: Preset;
  /** Its neighbors are on screen, too: one place up or down is what it looks like. */
  isMovable: boolean;
  onEdit(): void;
};

/** A preset that can be moved, edited and deleted. One of an administrator can only be seen. */
export function PresetRow({ presets, preset, isMovable, onEdit }: Props) {
  const own = presets.presets.value.filter(({ fixed }) => !fixed);
  const at = own.indexOf(preset);
  const nameId = `preset-${preset.id}`;
  const row = useRef<HTMLLIElement>(null);
  // Moved on the keyboard, it takes along what is on screen.
  useEffect(() => {
    if (row.current?.contains(document.activeElement)) row.current.scrollIntoView({ block: 'nearest' });
  }, [at, preset.group]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.altKey && ARROWS[keyOf(event)];
    if (!by || preset.fixed || !isMovable) return;
    event.preventDefault();
    presets.move(preset, by);
  };
  return (
    <li
      ref={row}
      class="entry"
      aria-labelledby={nameId}
      data-preset={preset.fixed ? undefined : preset.id}
      onKeyDown={onKeyDown}
    >
      <p class="destination" id={nameId}>
        {!preset.fixed && <span class="handle" aria-hidden="true" />}
        {preset.name}
      </p>
      <p class="facts">
        {preset.name !== preset.request.destination && (
          <span>
            <bdi dir="ltr">{preset.request.destination}</bdi>
          </span>
        )}
        {preset.fixed && <span>{PRESET_STRINGS.fixed}</span>}
      </p>
      {!preset.fixed && (
        <div class="actions">
          <button
            type="button"
            class="small"
            disabled={!isMovable || (at === 0 && !preset.group)}
            aria-describedby={nameId}
            onClick={() => presets.move(preset, -1)}
          >
            {PRESET_STRINGS.up}
          </button>
          <button
            type="button"
            class="small"
            disabled={!isMovable || at === own.length - 1}
            aria-describedby={nameId}
            onClick={() => presets.move(preset, 1)}
          >
            {PRESET_STRINGS.down}
          </button>
          <button type="button" class="small" aria-describedby={nameId} onClick={onEdit}>
            {PRESET_STRINGS.edit}
          </button>
          <button
            type="button"
            class="small"
            aria-describedby={nameId}
            onClick={() => presets.remove(preset)}
          >
            {PRESET_STRINGS.delete}
          </button>
        </div>
      )}
    </li>
  );
}
