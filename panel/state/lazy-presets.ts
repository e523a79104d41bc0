import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { PresetsStore } from '../../settings/presets/presets-store';
import type { SettingsStore } from '../../settings/settings-store';
import type { PanelStorage } from '../../settings/storage/area';

/** The presets, whose code is loaded once there are any. */
export interface LazyPresets {
  /** `undefined` until they are loaded. */
  readonly store: ReadonlySignal<PresetsStore | undefined>;
  /** Resolves once it has been found out if there are any, and they are there. */
  readonly known: Promise<unknown>;
  /** Loads them, even if there are none yet. */
  load(): Promise<PresetsStore>;
}

/**
 * Looks for presets, now and after each change, until `stop` aborts. `loadView` loads what shows them, which
 * is to be there when they are.
 */
export function createLazyPresets(
  storage: PanelStorage,
  settings: SettingsStore,
  loadView: () => Promise<void>,
  stop: AbortSignal,
): LazyPresets {
  const store = signal<PresetsStore>();
  let loading: Promise<PresetsStore> | undefined;
  const load = () => {
    loading ??= import('../request/presets').then(async ({ createPanelPresets }) => {
      const made = createPanelPresets(storage, settings, stop);
      // Where the view does not come, it says so itself.
      await Promise.allSettled([made.loaded, loadView()]);
      store.value = made;
      return made;
    });
    return loading;
  };
  const check = async () => {
    if (loading) return;
    const keys = [storage.sync, storage.local].map(async (area) => Object.keys(await area.read()));
    if ((await Promise.all(keys)).flat().some((key) => key.startsWith('preset.'))) void load();
  };
  // What cannot be read is told by the presets themselves.
  const checkOrLoad = () => check().catch(load);
  storage.sync.watch(() => void checkOrLoad(), stop);
  storage.local.watch(() => void checkOrLoad(), stop);
  const dispose = effect(() => {
    if (settings.policy.value.presets.length > 0) void load();
  });
  stop.addEventListener('abort', dispose, { once: true });
  // The policy may have some, which are begun with as soon as it is read.
  const known = Promise.all([checkOrLoad(), settings.loaded]).then(() => loading);
  return { store, known, load };
}
