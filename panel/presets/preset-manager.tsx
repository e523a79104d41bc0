import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { PresetsStore } from '../../settings/presets/presets-store';
import type { SettingsStore } from '../../settings/settings-store';
import { PRESET_STRINGS } from '../../strings/presets';
import { DoneNote } from '../ui/done-note';
import type { PickedFile } from '../ui/file-field';
import { keepFocusNearby } from '../ui/keep-focus-nearby';
import { dragRows } from './drag-rows';
import { type EditedPreset, editedPreset } from './edited-preset';
import './presets.css';
import { PresetEditor } from './preset-editor';
import { PresetRow } from './preset-row';
import { PresetSearch, searchPresets } from './preset-search';
import { PresetTransfer } from './preset-transfer';

type Props = {
  presets: PresetsStore;
  /** What is searched for. */
  search: Signal<string>;
  /** What its editor has in it while a preset is edited. */
  edited: Signal<EditedPreset | undefined>;
  /** The file that was chosen for an import, until that is done. */
  imported: Signal<PickedFile | undefined>;
  signal: AbortSignal;
  settings: SettingsStore;
  openOptions?: (() => void) | undefined;
};

/** Orders, edits, deletes, imports and exports presets. The panel and the options page both have it. */
export function PresetManager(props: Props) {
  const { presets, search, edited, imported, signal, settings, openOptions } = props;
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
  const found = searchPresets(all, search.value);
  const isWhole = found.length === all.length;
  // What is edited stays, whatever is searched for.
  const shown = isWhole ? all : all.filter((each) => found.includes(each) || each.id === edited.value?.id);
  return (
    <div class="manager" ref={manager}>
      {all.length === 0 && <p class="help">{PRESET_STRINGS.none}</p>}
      <PresetSearch all={all} search={search} />
      {isWhole && ownCount > 1 && <p class="help">{PRESET_STRINGS.arrange}</p>}
      {shown.length === 0 && all.length > 0 && <p class="empty">{PRESET_STRINGS.noneFound}</p>}
      <ul aria-label={PRESET_STRINGS.presets}>
        {shown.flatMap((preset, at) => [
          preset.group && preset.group !== shown[at - 1]?.group && (
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
            <PresetRow
              key={preset.id}
              presets={presets}
              preset={preset}
              isMovable={isWhole}
              onEdit={() => edit(editedPreset(preset))}
            />
          ),
        ])}
      </ul>
      <DoneNote done={presets.done.value} class="help done" />
      <PresetTransfer presets={presets} imported={imported} settings={settings} openOptions={openOptions} />
    </div>
  );
}
