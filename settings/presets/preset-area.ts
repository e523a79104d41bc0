import { errorText } from '../../protocol/error-text';
import type { PanelStorage, StorageArea } from '../storage/area';
import { readEach } from '../storage/recover';
import { isSame } from '../storage/same';
import { isPresetKey, type Preset, presetKeyOf, readStored, stored } from './preset';

/** Says that the presets of this device are no longer those that are synced. */
const HERE = 'presets.here';

/** Where presets are kept: synced, or on this device alone because there was no room, and why. */
export type PresetArea = { name: 'sync' } | { name: 'local'; why: string };

type StoredPresets = { presets: readonly Preset[]; area: PresetArea };

/** Reads all presets in their order. One that is damaged is quarantined and costs the others nothing. */
export async function readPresets(storage: PanelStorage): Promise<StoredPresets> {
  const why = (await storage.local.read())[HERE];
  const area: PresetArea = typeof why === 'string' ? { name: 'local', why } : { name: 'sync' };
  return { presets: await readFrom(storage[area.name]), area };
}

async function readFrom(area: StorageArea): Promise<Preset[]> {
  const found = await readEach(area, isPresetKey, readStored);
  // Two machines may have given the same place to two presets: then the id decides, the same everywhere.
  found.sort((a, b) => a.order - b.order || (a.preset.id < b.preset.id ? -1 : 1));
  return found.map(({ preset }) => preset);
}

/**
 * Changes the presets in one step. Synced storage is small: when it is full they move to this device, and
 * back as soon as there is room. What was synced before stays there for the other machines.
 * @throws if this device has no room either; then nothing has changed.
 */
export function updatePresets(
  storage: PanelStorage,
  change: (presets: readonly Preset[]) => readonly Preset[],
): Promise<StoredPresets> {
  return storage.local.exclusively('presets', async () => {
    const before = await readPresets(storage);
    const presets = change(before.presets);
    try {
      await write(storage.sync, presets);
      if (before.area.name === 'local') await clear(storage.local);
      return { presets, area: { name: 'sync' } };
    } catch (error) {
      const why = errorText(error);
      // The mark goes with the presets, or a failure in between would show an empty list.
      await write(storage.local, presets, { [HERE]: why });
      return { presets, area: { name: 'local', why } };
    }
  });
}

async function write(area: StorageArea, presets: readonly Preset[], more: Record<string, unknown> = {}) {
  const there = await area.read();
  const wanted = Object.fromEntries(
    presets.map((preset, order) => [presetKeyOf(preset), stored(preset, order)]),
  );
  const changed = Object.entries(wanted).filter(([key, value]) => !isSame(there[key], value));
  const gone = Object.keys(there).filter((key) => isPresetKey(key) && !(key in wanted));
  if (changed.length > 0 || Object.keys(more).length > 0) {
    await area.set({ ...Object.fromEntries(changed), ...more });
  }
  if (gone.length > 0) await area.remove(gone);
}

async function clear(area: StorageArea): Promise<void> {
  const keys = Object.keys(await area.read()).filter(isPresetKey);
  await area.remove([HERE, ...keys]);
}
