import { useEffect, useRef, useState } from 'preact/hooks';
import type { Preset } from '../../settings/presets/preset';
import type { PresetsStore } from '../../settings/presets/presets-store';
import type { SettingsStore } from '../../settings/settings-store';
import { PRESET_STRINGS } from '../../strings/presets';
import { keepFocusNearby } from '../ui/keep-focus-nearby';
import { PresetEditor } from './preset-editor';
import { PresetTransfer } from './preset-transfer';
import { PresetsDone } from './presets-done';

type Props = {
  presets: PresetsStore;
  signal: AbortSignal;
  settings: SettingsStore;
  openOptions?: (() => void) | undefined;
};

/** Orders, edits, deletes, imports and exports presets. The panel and the options page both have it. */
export function PresetManager({ presets, signal, settings, openOptions }: Props) {
  const [editing, setEditing] = useState<string>();
  const manager = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const shown = new AbortController();
    if (manager.current) keepFocusNearby(manager.current, shown.signal);
    return () => shown.abort();
  }, []);
  const all = presets.presets.value;
  return (
    <div class="manager" ref={manager}>
      {all.length === 0 && <p class="help">{PRESET_STRINGS.none}</p>}
      <ul aria-label={PRESET_STRINGS.presets}>
        {all.map((preset) =>
          editing === preset.id ? (
            <li key={preset.id}>
              <PresetEditor
                preset={preset}
                region={settings.settings.value.region}
                signal={signal}
                onSave={(changed) => {
                  presets.replace(changed);
                  setEditing(undefined);
                }}
                onCancel={() => setEditing(undefined)}
              />
            </li>
          ) : (
            <Row key={preset.id} presets={presets} preset={preset} onEdit={() => setEditing(preset.id)} />
          ),
        )}
      </ul>
      <PresetsDone presets={presets} />
      <PresetTransfer presets={presets} settings={settings} openOptions={openOptions} />
    </div>
  );
}

function Row({ presets, preset, onEdit }: { presets: PresetsStore; preset: Preset; onEdit(): void }) {
  const own = presets.presets.value.filter(({ fixed }) => !fixed);
  const at = own.indexOf(preset);
  const nameId = `preset-${preset.id}`;
  return (
    <li class="entry">
      <p class="destination" id={nameId}>
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
            disabled={at === 0}
            aria-describedby={nameId}
            onClick={() => presets.move(preset, -1)}
          >
            {PRESET_STRINGS.up}
          </button>
          <button
            type="button"
            class="small"
            disabled={at === own.length - 1}
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
