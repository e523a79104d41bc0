import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Preset } from '../../settings/presets/preset';
import type { PresetsStore } from '../../settings/presets/presets-store';
import type { SettingsStore } from '../../settings/settings-store';
import { PRESET_STRINGS } from '../../strings/presets';
import { DoneNote } from '../ui/done-note';
import { keepFocusNearby } from '../ui/keep-focus-nearby';
import { keyOf } from '../ui/key-of';
import { dragRows } from './drag-rows';
import { type EditedPreset, editedPreset } from './edited-preset';
import './presets.css';
import { PresetEditor } from './preset-editor';
import { PresetTransfer } from './preset-transfer';

type Props = {
  presets: PresetsStore;
  /** What its editor has in it while a preset is edited. */
  edited: Signal<EditedPreset | undefined>;
  signal: AbortSignal;
  settings: SettingsStore;
  openOptions?: (() => void) | undefined;
};

/** Orders, edits, deletes, imports and exports presets. The panel and the options page both have it. */
export function PresetManager({ presets, edited, signal, settings, openOptions }: Props) {
  const edit = (next: EditedPreset | undefined) => {
    edited.value = next;
  };
  const manager = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const shown = new AbortController();
    if (manager.current) {
      keepFocusNearby(manager.current, shown.signal);
      dragRows(manager.current, shown.signal, (id, place) => {
        const dragged = presets.presets.peek().find((each) => each.id === id);
        if (dragged) presets.drop(dragged, place);
      });
    }
    return () => shown.abort();
  }, []);
  const all = presets.presets.value;
  const ownCount = all.filter(({ fixed }) => !fixed).length;
  return (
    <div class="manager" ref={manager}>
      {all.length === 0 && <p class="help">{PRESET_STRINGS.none}</p>}
      {ownCount > 1 && <p class="help">{PRESET_STRINGS.arrange}</p>}
      <ul aria-label={PRESET_STRINGS.presets}>
        {all.flatMap((preset, at) => [
          preset.group && preset.group !== all[at - 1]?.group && (
            <li key={`group-${preset.group}`} class="group">
              {preset.group}
            </li>
          ),
          edited.value?.id === preset.id ? (
            <li key={preset.id}>
              <PresetEditor
                preset={preset}
                edited={edited.value}
                region={settings.settings.value.region}
                signal={signal}
                onEdit={(part) => {
                  const before = edited.peek();
                  if (before) edit({ ...before, ...part });
                }}
                onSave={(changed) => {
                  presets.replace(changed);
                  edit(undefined);
                }}
                onCancel={() => edit(undefined)}
              />
            </li>
          ) : (
            <Row
              key={preset.id}
              presets={presets}
              preset={preset}
              onEdit={() => edit(editedPreset(preset))}
            />
          ),
        ])}
      </ul>
      <DoneNote done={presets.done.value} class="help done" />
      <PresetTransfer presets={presets} settings={settings} openOptions={openOptions} />
    </div>
  );
}

const ARROWS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

function Row({ presets, preset, onEdit }: { presets: PresetsStore; preset: Preset; onEdit(): void }) {
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
    if (!by || preset.fixed) return;
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
            disabled={at === 0 && !preset.group}
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
