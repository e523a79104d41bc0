import { describe, expect, it } from 'vitest';
import type { Preset } from '../../../../settings/presets/preset';
import { readPresets, updatePresets } from '../../../../settings/presets/preset-area';
import type { StorageArea } from '../../../../settings/storage/area';
import { readQuarantined } from '../../../../settings/storage/item';
import { memoryArea, memoryStorage } from '../../../../settings/storage/memory';

/** A store with room for so many items, as `storage.sync` has for 512. */
function smallArea(room: number): StorageArea {
  const area = memoryArea();
  return {
    ...area,
    set: async (items) => {
      const keys = new Set([...Object.keys(await area.read()), ...Object.keys(items)]);
      if (keys.size > room) throw new Error('MAX_ITEMS quota exceeded');
      await area.set(items);
    },
  };
}

const preset = (name: string): Preset => ({
  id: name,
  name,
  request: { destination: `${name}@example.com`, role: 'GUEST', protocol: 'sip' },
});
const names = (presets: readonly Preset[]) => presets.map(({ name }) => name);
const add =
  (...added: string[]) =>
  (all: readonly Preset[]) => [...all, ...added.map(preset)];

describe('presets', () => {
  it('are synced, one key each, in their order', async () => {
    const storage = memoryStorage();
    await updatePresets(storage, add('b', 'a'));
    expect(Object.keys(await storage.sync.read()).sort()).toEqual(['preset.a', 'preset.b']);
    await updatePresets(storage, (all) => all.toReversed());
    expect(names((await readPresets(storage)).presets)).toEqual(['a', 'b']);
    expect(await storage.local.read()).toEqual({});
  });

  it('of two machines come together', async () => {
    const storage = memoryStorage();
    await updatePresets(storage, add('a'));
    await storage.sync.set({ 'preset.b': (await storage.sync.read())['preset.a'] });
    await updatePresets(storage, add('c'));
    expect((await readPresets(storage)).presets.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('move to this machine when synced storage is full, and back when there is room', async () => {
    const storage = { ...memoryStorage(), sync: smallArea(3) };
    await updatePresets(storage, add('a', 'b', 'c'));
    const full = await updatePresets(storage, add('d', 'e'));
    expect(full.area).toEqual({ name: 'local', why: 'MAX_ITEMS quota exceeded' });
    expect(names((await readPresets(storage)).presets)).toEqual(['a', 'b', 'c', 'd', 'e']);
    // The other machines keep what they had.
    expect(Object.keys(await storage.sync.read())).toHaveLength(3);

    const room = await updatePresets(storage, (all) => all.filter(({ name }) => 'abc'.includes(name)));
    expect(room.area).toEqual({ name: 'sync' });
    expect(await storage.local.read()).toEqual({});
    expect(names((await readPresets(storage)).presets)).toEqual(['a', 'b', 'c']);
  });

  it('change nowhere when this machine is full, too', async () => {
    const storage = { ...memoryStorage(), sync: smallArea(1), local: smallArea(0) };
    await updatePresets(storage, add('a'));
    await expect(updatePresets(storage, add('b'))).rejects.toThrow('quota');
    expect(names((await readPresets(storage)).presets)).toEqual(['a']);
  });

  it('that are damaged are quarantined and cost the others nothing', async () => {
    const storage = memoryStorage();
    await updatePresets(storage, add('a', 'b'));
    await storage.sync.set({ 'preset.a': { version: 1, name: 'a', request: { destination: '' } } });
    // As when the panel reads again because something was quarantined: that is done once.
    const both = await Promise.all([readPresets(storage), readPresets(storage)]);
    expect(both.map(({ presets }) => names(presets))).toEqual([['b'], ['b']]);
    expect(await readQuarantined(storage.sync)).toMatchObject([{ of: 'preset.a' }]);
    expect(names((await readPresets(storage)).presets)).toEqual(['b']);
  });
});
