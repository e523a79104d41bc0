import { Mismatch, wrongAs } from '../../protocol/shape';
import { describeMismatch } from '../../strings/describe-fault';
import { STORED_STRINGS } from '../../strings/stored';
import type { StorageArea } from './area';
import { isSame } from './same';
import { type Item, MARK, quarantinedIn } from './stored-item';

/** Reads what is not plainly of the present version: what cannot be migrated is quarantined. */
export async function recover<T>(area: StorageArea, item: Item<T>, raw: unknown): Promise<T> {
  const value = migrated(item, raw);
  if (!(value instanceof Mismatch)) return value;
  await quarantine(area, item.key, raw, describeMismatch(value));
  return item.fallback;
}

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

/** Reads every item whose key `isOwn`. One that is damaged is quarantined and costs the others nothing. */
export async function readEach<T>(
  area: StorageArea,
  isOwn: (key: string) => boolean,
  read: (key: string, raw: unknown) => T | Mismatch,
): Promise<T[]> {
  const found: T[] = [];
  for (const [key, raw] of Object.entries(await area.read())) {
    if (!isOwn(key)) continue;
    const item = read(key, raw);
    if (!(item instanceof Mismatch)) found.push(item);
    else
      await area.exclusively(key, async () => {
        // Another window that reads at the same time, or because of this, finds it too.
        if (key in (await area.read())) await quarantine(area, key, raw, describeMismatch(item));
      });
  }
  return found;
}

/** Moves what cannot be read out of the way, under a key that nothing else has. */
async function quarantine(area: StorageArea, key: string, raw: unknown, why: string): Promise<void> {
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
