import { Mismatch, type Shape } from '../../protocol/shape';
import type { StorageArea } from './area';

/** A value in a store: how it is called, what it must look like, and how older ones become it. */
export type Item<T> = {
  key: string;
  version: number;
  shape: Shape<T>;
  fallback: T;
  /** By the version that they start from; each makes the next one. */
  migrations: Readonly<Record<number, (old: unknown) => unknown>>;
};

/** What was found damaged, kept under a key of its own until a person decides. */
export type SetAside = { key: string; of: string; why: string; raw: unknown };

const ASIDE = '.set-aside';

/**
 * Reads an item. What cannot be read is set aside before anything else is written in its place, so that
 * nothing is lost; `readSetAside` tells of it.
 */
export function readItem<T>(area: StorageArea, item: Item<T>): Promise<T> {
  return area.exclusively(item.key, async () => {
    const raw = (await area.read())[item.key];
    if (raw === undefined) return item.fallback;
    const read = migrated(item, raw);
    if (!(read instanceof Mismatch)) return read;
    await setAside(area, item.key, raw, read.text);
    return item.fallback;
  });
}

/** Changes an item in one step, whatever other windows do at the same time. */
export async function updateItem<T>(area: StorageArea, item: Item<T>, change: (value: T) => T): Promise<T> {
  // Outside of the lock below, because it takes the same one.
  await readItem(area, item);
  return area.exclusively(item.key, async () => {
    const read = migrated(item, (await area.read())[item.key] ?? enveloped(item, item.fallback));
    const value = change(read instanceof Mismatch ? item.fallback : read);
    await area.set({ [item.key]: enveloped(item, value) });
    return value;
  });
}

const enveloped = <T>({ version }: Item<T>, value: T) => ({ version, value });

function migrated<T>(item: Item<T>, raw: unknown): T | Mismatch {
  if (typeof raw !== 'object' || raw === null) return mismatch('is not of this extension’s making');
  const version: unknown = Reflect.get(raw, 'version');
  if (typeof version !== 'number') return mismatch('has no version');
  if (version > item.version) return mismatch(`is of the newer version ${version}`);
  let value: unknown = Reflect.get(raw, 'value');
  for (let from = version; from < item.version; from++) {
    const migrate = item.migrations[from];
    if (!migrate) return mismatch(`is of version ${from}, which is no longer understood`);
    try {
      value = migrate(value);
    } catch (error) {
      return mismatch(`could not be brought from version ${from} on: ${String(error)}`);
    }
  }
  return item.shape(value);
}

const mismatch = (message: string) => new Mismatch([{ message }]);

/** Moves what cannot be read out of the way, under a key that nothing else has. */
export async function setAside(area: StorageArea, key: string, raw: unknown, why: string): Promise<void> {
  const taken = await area.read();
  let number = 1;
  while (`${key}${ASIDE}.${number}` in taken) number++;
  await area.set({ [`${key}${ASIDE}.${number}`]: { of: key, why, raw } });
  await area.remove([key]);
}

/** Everything that was set aside and not yet dealt with. */
export async function readSetAside(area: StorageArea): Promise<SetAside[]> {
  const items = await area.read();
  return Object.entries(items).flatMap(([key, value]) => {
    if (!key.includes(ASIDE) || typeof value !== 'object' || value === null) return [];
    const [of, why] = [Reflect.get(value, 'of'), Reflect.get(value, 'why')];
    return [{ key, of: String(of), why: String(why), raw: Reflect.get(value, 'raw') as unknown }];
  });
}
