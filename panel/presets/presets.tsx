import { useLayoutEffect, useState } from 'preact/hooks';
import type { PresetsStore } from '../../settings/presets/presets-store';
import { PRESET_STRINGS } from '../../strings/presets';
import { AT_PRESETS, type PanelContext } from '../state/context';
import { NoticeText } from '../state/notice';
import { lazy } from '../ui/lazy';
import { listenForPresetKeys } from './preset-keys';
import { PresetsDone } from './presets-done';

const PresetManager = lazy(() => import('./preset-manager').then((module) => module.PresetManager));

/**
 * The presets as buttons that dial; the first nine have a key each. Nothing is shown while there are none.
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
      {presets.place.value.name === 'local' && <p class="help">{PRESET_STRINGS.onlyHere}</p>}
      {isManaging ? (
        <PresetManager
          presets={presets}
          signal={context.signal}
          settings={store.settings}
          openOptions={context.openOptions}
        />
      ) : (
        <ul class="chips" aria-labelledby="presets-heading">
          {all.map((preset, index) => (
            <li key={preset.id}>
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
          ))}
        </ul>
      )}
      {!isManaging && <PresetsDone presets={presets} />}
      <NoticeText store={store} at={AT_PRESETS} id={`${AT_PRESETS}-notice`} />
    </section>
  );
}
