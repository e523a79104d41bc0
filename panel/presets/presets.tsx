import { useSignal } from '@preact/signals';
import { Fragment } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Preset } from '../../settings/presets/preset';
import type { PresetsStore } from '../../settings/presets/presets-store';
import { PRESET_STRINGS } from '../../strings/presets';
import { AT_PRESETS, type PanelContext } from '../state/context';
import { NoticeText } from '../state/notice';
import { keptText } from '../state/remember';
import { useKept } from '../state/use-kept';
import { useRemembered } from '../state/use-remembered';
import { DoneNote } from '../ui/done-note';
import type { PickedFile } from '../ui/file-field';
import { keptFile, readKeptFile } from '../ui/kept-file';
import { lazy } from '../ui/lazy';
import { type EditedPreset, readEdited } from './edited-preset';
import { listenForPresetKeys } from './preset-keys';
import { PresetSearch, searchPresets } from './preset-search';
import './chips.css';

export const LazyPresetManager = lazy(() =>
  import('./preset-manager').then((module) => module.PresetManager),
);

/**
 * The presets as buttons that dial; the first nine have a key each. Nothing is shown while there are none:
 * the options have the import, too.
 */
export function Presets({ context, presets }: { context: PanelContext; presets: PresetsStore }) {
  const { store } = context;
  const [isManaging, setManaging] = useState(false);
  // At once: the keys are to work from when they are seen.
  useLayoutEffect(() => {
    const life = new AbortController();
    listenForPresetKeys(context, presets, life.signal);
    return () => life.abort();
  }, [context, presets]);
  const all = presets.presets.value;
  const search = useRemembered(context, 'preset-search', '', keptText);
  const edited = useRemembered<EditedPreset | undefined>(context, 'preset-editor', undefined, readEdited);
  const isEdited = all.some(({ id, fixed }) => !fixed && id === edited.value?.id);
  useLayoutEffect(() => {
    // The panel before was closed on it.
    if (isEdited) setManaging(true);
  }, [isEdited]);
  const imported = useSignal<PickedFile | undefined>(undefined);
  useKept(context, 'preset-import', imported.value, keptFile, (kept) => {
    const file = readKeptFile(kept);
    if (!file || imported.peek()) return;
    imported.value = file;
    setManaging(true);
  });
  const found = searchPresets(all, search.value);
  const groups = [...new Set(found.map(({ group }) => group))];
  if (all.length === 0 && !presets.done.value) return null;
  return (
    <section class="presets">
      <div class="heading">
        <h2 id="presets-heading">{PRESET_STRINGS.presets}</h2>
        <button
          type="button"
          class="plain"
          aria-expanded={isManaging}
          onClick={() => setManaging(!isManaging)}
        >
          {PRESET_STRINGS.manage}
        </button>
      </div>
      {presets.area.value.name === 'local' && <p class="help">{PRESET_STRINGS.onlyHere}</p>}
      {isManaging ? (
        <LazyPresetManager
          presets={presets}
          search={search}
          edited={edited}
          imported={imported}
          signal={context.signal}
          settings={store.settings}
          openOptions={context.openOptions}
        />
      ) : (
        <>
          <PresetSearch all={all} search={search} />
          {found.length === 0 && all.length > 0 && <p class="empty">{PRESET_STRINGS.noneFound}</p>}
          {groups.map((group, at) => (
            <Fragment key={group ?? ''}>
              {group && <h3 id={`preset-group-${at}`}>{group}</h3>}
              <ul
                class="chips"
                aria-labelledby={group ? `preset-group-${at}` : 'presets-heading'}
                inert={store.status.value === 'no-meeting'}
              >
                {found
                  .filter((preset) => preset.group === group)
                  .map((preset) => (
                    <Chip key={preset.id} store={store} preset={preset} index={all.indexOf(preset)} />
                  ))}
              </ul>
            </Fragment>
          ))}
        </>
      )}
      {!isManaging && <DoneNote done={presets.done.value} class="help done" />}
      <NoticeText store={store} at={AT_PRESETS} id={`${AT_PRESETS}-notice`} />
    </section>
  );
}

/** One preset; `index` is its place among all, by which the first nine have a key. */
function Chip({ store, preset, index }: { store: PanelContext['store']; preset: Preset; index: number }) {
  return (
    <li>
      <button
        type="button"
        class="chip"
        title={preset.request.destination}
        aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
        aria-describedby={`${AT_PRESETS}-notice`}
        onClick={() => void store.dialRequest(preset.request, AT_PRESETS)}
      >
        {index < 9 && (
          <span class="key" aria-hidden="true">
            {index + 1}
          </span>
        )}
        {preset.name}
      </button>
    </li>
  );
}
