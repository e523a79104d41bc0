import { describe, expect, it } from 'vitest';
import { fields, text } from '../../../../protocol/shape';
import { readItem, readQuarantined, updateItem } from '../../../../settings/storage/item';
import { memoryArea } from '../../../../settings/storage/memory';
import type { Item } from '../../../../settings/storage/stored-item';

const ITEM: Item<{ name: string }> = {
  key: 'thing',
  version: 3,
  shape: fields({ name: text(10) }),
  fallback: { name: 'nobody' },
  migrations: {
    1: (old) => ({ first: String(old) }),
    2: (old) => ({ name: Reflect.get(Object(old), 'first') }),
  },
};

describe('a stored item', () => {
  it('is its fallback where nothing is stored', async () => {
    const area = memoryArea();
    expect(await readItem(area, ITEM)).toEqual({ name: 'nobody' });
    expect(await area.read()).toEqual({});
  });

  it('is changed from what it is, and read back', async () => {
    const area = memoryArea();
    await updateItem(area, ITEM, ({ name }) => ({ name: `${name}!` }));
    expect(await readItem(area, ITEM)).toEqual({ name: 'nobody!' });
    expect(await area.read()).toEqual({ thing: { version: 3, value: { name: 'nobody!' } } });
  });

  it('does not become what could not be read again: it stays, and says why', async () => {
    const area = memoryArea();
    await updateItem(area, ITEM, () => ({ name: 'Ann' }));
    await expect(updateItem(area, ITEM, () => ({ name: 'longer than ten' }))).rejects.toThrow(
      'name must have at most 10 characters',
    );
    expect(await readItem(area, ITEM)).toEqual({ name: 'Ann' });
    expect(await readQuarantined(area)).toEqual([]);
  });

  it('loses no change of two that come together', async () => {
    const area = memoryArea();
    const add = (letter: string) => updateItem(area, ITEM, ({ name }) => ({ name: name + letter }));
    await Promise.all([add('a'), add('b'), add('c')]);
    expect(await readItem(area, ITEM)).toEqual({ name: 'nobodyabc' });
  });

  it.each([
    [1, 'Ann'],
    [2, { first: 'Ann' }],
  ])('of version %s is brought to the present one', async (version, value) => {
    const area = memoryArea({ thing: { version, value } });
    expect(await readItem(area, ITEM)).toEqual({ name: 'Ann' });
  });

  it.each([
    ['of another kind', 'garbage', 'wasn’t created by this extension'],
    ['without a version', { value: { name: 'Ann' } }, 'has no version'],
    ['of a newer version', { version: 4, value: {} }, 'is from a newer version (4)'],
    ['of a forgotten version', { version: 0, value: {} }, 'is from version 0, which is no longer supported'],
    ['with a wrong field', { version: 3, value: { name: 7 } }, 'name must be text'],
  ])('that is damaged (%s) is quarantined, reported, and not overwritten', async (_, raw, why) => {
    const area = memoryArea({ thing: raw });
    expect(await readItem(area, ITEM)).toEqual({ name: 'nobody' });
    await updateItem(area, ITEM, () => ({ name: 'new' }));
    expect(await readQuarantined(area)).toEqual([{ key: 'thing.set-aside.1', of: 'thing', why, raw }]);
    expect(await readItem(area, ITEM)).toEqual({ name: 'new' });
  });

  it('that is damaged twice is kept twice', async () => {
    const area = memoryArea({ thing: 'one' });
    await readItem(area, ITEM);
    await area.set({ thing: 'two' });
    await readItem(area, ITEM);
    expect((await readQuarantined(area)).map(({ raw }) => raw)).toEqual(['one', 'two']);
  });

  it('that was quarantined by a page which was closed before it could remove it is kept once', async () => {
    const area = memoryArea({ thing: 'one' });
    await readItem(area, ITEM);
    await area.set({ thing: 'one' });
    expect(await readItem(area, ITEM)).toEqual({ name: 'nobody' });
    expect((await readQuarantined(area)).map(({ raw }) => raw)).toEqual(['one']);
    expect(await area.read()).not.toHaveProperty('thing');
  });
});
