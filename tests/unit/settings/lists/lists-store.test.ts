import { signal } from '@preact/signals';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createListsStore } from '../../../../settings/lists/lists-store';
import type { ListContent } from '../../../../settings/lists/saved-list';
import { NO_POLICY, type Policy } from '../../../../settings/policy';
import type { StorageArea } from '../../../../settings/storage/area';
import { readQuarantined } from '../../../../settings/storage/item';
import { memoryArea, memoryStorage } from '../../../../settings/storage/memory';
import { privateArea } from '../../../../settings/storage/private-area';
import { until } from '../../../until';

const content = (text: string): ListContent => ({ text, presets: [], atATime: 2, isOnce: false });

function open(storage = memoryStorage(), policy: Policy = NO_POLICY) {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const store = createListsStore(storage, { policy: signal(policy) }, stop.signal);
  const names = () => store.lists.value.map(({ name }) => name);
  const seen = (...expected: readonly string[]) => until(() => expect(names()).toEqual(expected));
  const of = (name: string) => {
    const list = store.lists.value.find((each) => each.name === name);
    if (!list) throw new Error(`There is no list ${name}.`);
    return list;
  };
  return { storage, store, seen, of, texts: () => store.lists.value.map(({ text }) => text) };
}

/** A store that takes no list longer than this, as `storage.sync` does. */
function smallArea(room: number): StorageArea {
  const area = memoryArea();
  return {
    ...area,
    set: async (items) => {
      if (JSON.stringify(items).length > room) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
      await area.set(items);
    },
  };
}

describe('saved lists', () => {
  it('are kept by name, and everything that is done to them is undone', async () => {
    const { store, seen, of, texts } = open();
    store.save('b', content('b@x'));
    await seen('b');
    store.save('a', content('a@x'));
    await seen('a', 'b');
    store.rename(of('b'), 'c');
    await seen('a', 'c');
    store.remove(of('a'));
    await seen('c');
    await until(() => expect(store.done.value).toMatchObject({ text: 'a deleted.' }));
    store.done.value?.undo?.();
    await seen('a', 'c');
    expect(texts()).toEqual(['a@x', 'b@x']);
  });

  it('of one name replace each other, which is said and undone', async () => {
    const { store, seen, texts } = open();
    store.save('a', content('old@x'));
    await seen('a');
    store.save('a', content('new@x'));
    await until(() => expect(store.done.value?.text).toBe('a replaced.'));
    expect(texts()).toEqual(['new@x']);
    store.done.value?.undo?.();
    await until(() => expect(texts()).toEqual(['old@x']));
  });

  it('are synced, and kept on this device where one is too long for that', async () => {
    const storage = { ...memoryStorage(), sync: smallArea(300) };
    const { store, seen } = open(storage);
    store.save('short', content('a@x'));
    await seen('short');
    store.save('long', content('a@x\n'.repeat(100)));
    await seen('long', 'short');
    expect(Object.keys(await storage.sync.read())).toHaveLength(1);
    expect(Object.keys(await storage.local.read())).toHaveLength(1);
    store.save('short', content('b@x\n'.repeat(100)));
    await until(async () => expect(Object.keys(await storage.local.read())).toHaveLength(2));
    expect(await storage.sync.read()).toEqual({});
  });

  it('of a private window are kept as presets are, and of it nothing else', async () => {
    const storage = memoryStorage();
    const local = privateArea(storage.local);
    const { store, seen } = open({ ...storage, sync: smallArea(1), local });
    store.save('a', content('a@x'));
    await seen('a');
    expect(Object.keys(await storage.local.read())).toHaveLength(1);
  });

  it('are neither shown nor saved where an administrator locks presets', async () => {
    const storage = memoryStorage();
    const { store, seen } = open(storage);
    store.save('a', content('a@x'));
    await seen('a');
    const locked = open(storage, { ...NO_POLICY, locks: ['presets'] });
    locked.store.save('b', content('b@x'));
    expect(locked.store.done.value?.text).toBe('Not changed: your administrator manages presets and lists.');
    expect(locked.store.lists.value).toEqual([]);
    expect(Object.keys(await storage.sync.read())).toHaveLength(1);
  });

  it('that are damaged are put aside, and cost the others nothing', async () => {
    const storage = memoryStorage({ sync: { 'list.bad': { version: 1, name: 'Bad', text: 7 } } });
    const { store, seen } = open(storage);
    store.save('a', content('a@x'));
    await seen('a');
    expect(await readQuarantined(storage.sync)).toMatchObject([{ of: 'list.bad' }]);
  });

  it('say why one cannot be saved', async () => {
    const { store } = open();
    store.save('a', content('x'.repeat(1_000_001)));
    await until(() => expect(store.done.value?.text).toMatch(/^Not saved: .*text/));
    expect(store.lists.value).toEqual([]);
  });
});
