import { type ChatConfig, CONFIG } from '../chat/config';
import { type DockLayouts, LAYOUTS } from '../dock/layout';
import { readLists, updateLists } from '../lists/list-area';
import type { SavedList } from '../lists/saved-list';
import type { Preset } from '../presets/preset';
import { readPresets, updatePresets } from '../presets/preset-area';
import { SETTINGS, type Settings } from '../settings';
import { ALWAYS, WATCHED } from '../sites/stored';
import type { PanelStorage } from '../storage/area';
import { enveloped, readItem } from '../storage/item';
import type { Item } from '../storage/stored-item';

/** Everything that a person can set, by the keys under which it is stored. */
export type Parts = {
  settings: Settings;
  chat: ChatConfig;
  sites: string[];
  'watched-sites': string[];
  'dock-layouts': DockLayouts;
  presets: readonly Preset[];
  lists: readonly SavedList[];
};

type ItemParts = Omit<Parts, 'presets' | 'lists'>;

/** All of it but presets and lists, which have a key each. */
export const ITEMS: { readonly [Key in keyof ItemParts]: Item<ItemParts[Key]> } = {
  settings: SETTINGS,
  chat: CONFIG,
  sites: ALWAYS,
  'watched-sites': WATCHED,
  'dock-layouts': LAYOUTS,
};

/** Reads what a person has set, whatever an administrator has. */
export async function readOwn(storage: PanelStorage): Promise<Parts> {
  const { local } = storage;
  return {
    settings: await readItem(local, SETTINGS),
    chat: await readItem(local, CONFIG),
    sites: await readItem(local, ALWAYS),
    'watched-sites': await readItem(local, WATCHED),
    'dock-layouts': await readItem(local, LAYOUTS),
    presets: (await readPresets(storage)).presets,
    lists: await readLists(storage),
  };
}

/**
 * Replaces the stored settings with `parts` and resolves with the previous ones. Unreadable values are
 * quarantined first.
 * @throws if there is no room; then nothing has changed.
 */
export async function replaceOwn(storage: PanelStorage, parts: Partial<Parts>): Promise<Partial<Parts>> {
  const own = await readOwn(storage);
  const { presets, lists } = parts;
  // Write these first: they are the ones that can exceed the storage quota.
  if (presets) await updatePresets(storage, () => presets);
  try {
    if (lists) await updateLists(storage, () => lists);
    await storage.local.set(itemsOf(parts));
  } catch (error) {
    if (presets) await updatePresets(storage, () => own.presets);
    if (lists) await updateLists(storage, () => own.lists);
    throw error;
  }
  return Object.fromEntries(Object.entries(own).filter(([key]) => key in parts));
}

/** The items among these parts, as they are stored and as they are written in files. */
export function itemsOf(parts: Partial<Parts>): Record<string, { version: number; value: unknown }> {
  const items = Object.entries(ITEMS).flatMap(([key, item]) => {
    const value = parts[key as keyof ItemParts];
    return value === undefined ? [] : [[key, enveloped(item as Item<unknown>, value)]];
  });
  return Object.fromEntries(items) as Record<string, { version: number; value: unknown }>;
}
