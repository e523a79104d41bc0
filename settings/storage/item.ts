import { Mismatch } from '../../protocol/shape';
import { describeMismatch } from '../../strings/describe-fault';
import type { StorageArea } from './area';
import { type Item, type Quarantined, quarantinedIn } from './stored-item';

/**
 * Reads an item. What cannot be read is quarantined before anything else is written in its place, so that
 * nothing is lost; `readQuarantined` tells of it.
 */
export const readItem = <T>(area: StorageArea, item: Item<T>): Promise<T> =>
  area.exclusively(item.key, () => read(area, item));

/**
 * Changes an item in one step, whatever other windows do at the same time.
 * @throws Error if the item may not become that, as where a list is full: what is stored stays as it is.
 */
export const updateItem = <T>(area: StorageArea, item: Item<T>, change: (value: T) => T): Promise<T> =>
  area.exclusively(item.key, async () => {
    const value = change(await read(area, item));
    const checked = item.shape(value);
    // If it were stored anyway, it would be quarantined when it is read.
    if (checked instanceof Mismatch) throw new Error(describeMismatch(checked));
    await area.set({ [item.key]: enveloped(item, value) });
    return value;
  });

async function read<T>(area: StorageArea, item: Item<T>): Promise<T> {
  const raw = (await area.read())[item.key];
  if (raw === undefined) return item.fallback;
  const { version, value } = Object(raw) as { version?: unknown; value?: unknown };
  const read = version === item.version ? item.shape(value) : undefined;
  if (read !== undefined && !(read instanceof Mismatch)) return read;
  // Loaded where something is of another version, or damaged: few people ever have either.
  return import('./recover').then(({ recover }) => recover(area, item, raw));
}

/** As it is stored, and written in files. */
export const enveloped = <T>({ version }: Item<T>, value: T) => ({ version, value });

/** Everything that was quarantined and not yet dealt with. */
export const readQuarantined = async (area: StorageArea): Promise<Quarantined[]> =>
  quarantinedIn(await area.read());
