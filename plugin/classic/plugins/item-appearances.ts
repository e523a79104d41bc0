import type { Menu, MenuItem } from '../package/menu-items';
import type { PluginState } from './state';

/** What an item shows, and at whom. */
export interface ItemAppearance {
  /** Tells the looks of an item apart. */
  key: string;
  label: string;
  icon: string | null;
  /** The uuids of those at whom it is shown; absent: at everybody, now and later. */
  participants?: string[];
}

/**
 * The looks of an item. Where the state has a part for a participant, the participants menu shows each
 * person's own; people who look the same share an entry.
 *
 * @param present the uuids of those who are in the meeting
 * @param name for an item that nobody has given a label
 */
export function appearancesOf(
  menu: Menu,
  item: MenuItem,
  state: PluginState,
  present: readonly string[],
  name: string,
): ItemAppearance[] {
  const { byParticipant, label, icon } = state;
  const forAll = { label: label ?? item.label ?? name, icon: icon ?? item.icon };
  if (menu !== 'participants') return [{ key: '', ...forAll }];
  // An item without a label of its own is meant for those who are given one.
  const isForAll = label !== null && (byParticipant.size === 0 || (label ?? item.label) != null);
  if (byParticipant.size === 0) return isForAll ? [{ key: '', ...forAll }] : [];
  const looks = new Map<string, ItemAppearance & { participants: string[] }>();
  for (const uuid of present) {
    const own = byParticipant.get(uuid);
    if (own ? own.label === null : !isForAll) continue;
    const shown = { label: own?.label ?? forAll.label, icon: own?.icon ?? forAll.icon };
    const key = JSON.stringify([shown.label, shown.icon]);
    const look = looks.get(key) ?? { key, ...shown, participants: [] };
    look.participants.push(uuid);
    looks.set(key, look);
  }
  return [...looks.values()];
}
