import { Mismatch, type Shape, wrongAs } from '../../protocol/shape';
import { describeMismatch } from '../../strings/describe-fault';
import { STORED_STRINGS } from '../../strings/stored';
import type { StorageArea } from './area';
import { isSame } from './same';

/** A value in a store: how it is called, what it must look like, and how older ones become it. */
export type Item<T> = {
  key: string;
  version: number;
  shape: Shape<T>;
  fallback: T;
  /**
   * By the version that they start from; each makes the next one. 0 is what was stored bare, before there
   * were versions.
   */
  migrations: Readonly<Record<number, (old: unknown) => unknown>>;
};

/** What was found damaged, kept under a key of its own until a person decides. */
export type Quarantined = { key: string; of: string; why: string; raw: unknown };

const MARK = '.set-aside';

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
    // Stored all the same, it would be quarantined when it is read.
    if (checked instanceof Mismatch) throw new Error(describeMismatch(checked));
    await area.set({ [item.key]: enveloped(item, value) });
    return value;
  });

async function read<T>(area: StorageArea, item: Item<T>): Promise<T> {
  const raw = (await area.read())[item.key];
  if (raw === undefined) return item.fallback;
  const value = migrated(item, raw);
  if (!(value instanceof Mismatch)) return value;
  await quarantine(area, item.key, raw, describeMismatch(value));
  return item.fallback;
}

/** As it is stored, and written in files. */
export const enveloped = <T>({ version }: Item<T>, value: T) => ({ version, value });

/** What was stored, or in a file, as the present version has it. */
export function migrated<T>(item: Item<T>, raw: unknown): T | Mismatch {
  if (typeof raw !== 'object' || raw === null) return wrongAs(STORED_STRINGS.notOurs);
  const given: unknown = Reflect.get(raw, 'version');
  const isBare = given === undefined && 0 in item.migrations;
  const version = isBare ? 0 : given;
  if (typeof version !== 'number') return wrongAs(STORED_STRINGS.noVersion);
  if (version > item.version) return wrongAs(STORED_STRINGS.newer(version));
  let value: unknown = isBare ? raw : Reflect.get(raw, 'value');
  for (let from = version; from < item.version; from++) {
    const migrate = item.migrations[from];
    if (!migrate) return wrongAs(STORED_STRINGS.tooOld(from));
    try {
      value = migrate(value);
    } catch (error) {
      return wrongAs(STORED_STRINGS.notMigrated({ version: from, why: String(error) }));
    }
  }
  return item.shape(value);
}

/** Moves what cannot be read out of the way, under a key that nothing else has. */
export async function quarantine(area: StorageArea, key: string, raw: unknown, why: string): Promise<void> {
  const taken = await area.read();
  // A page that is closed between the two writes leaves the second to the next.
  const isKept = quarantinedIn(taken).some((each) => each.of === key && isSame(each.raw, raw));
  if (!isKept) {
    let number = 1;
    while (`${key}${MARK}.${number}` in taken) number++;
    await area.set({ [`${key}${MARK}.${number}`]: { of: key, why, raw } });
  }
  await area.remove([key]);
}

/** Everything that was quarantined and not yet dealt with. */
export const readQuarantined = async (area: StorageArea): Promise<Quarantined[]> =>
  quarantinedIn(await area.read());

const quarantinedIn = (items: Readonly<Record<string, unknown>>): Quarantined[] =>
  Object.entries(items).flatMap(([key, value]) => {
    if (!key.includes(MARK) || typeof value !== 'object' || value === null) return [];
    const [of, why] = [Reflect.get(value, 'of'), Reflect.get(value, 'why')];
    return [{ key, of: String(of), why: String(why), raw: Reflect.get(value, 'raw') as unknown }];
  });
