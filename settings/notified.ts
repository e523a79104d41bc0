import { readManagedPolicy } from './managed';
import { DEFAULT_SETTINGS, SETTINGS, type Settings } from './settings';
import { siteOf } from './site';
import type { PanelStorage } from './storage/area';
import { readItem } from './storage/item';

/** What there are notifications of, each with the setting that turns them on. */
const NOTIFIED = {
  unread: 'notifyUnread',
  people: 'notifyPeople',
  calls: 'notifyCalls',
} as const satisfies Record<string, keyof Settings>;
export type Notified = keyof typeof NOTIFIED;

/** The settings that turn notifications on. */
export const NOTIFY_SETTINGS = Object.values(NOTIFIED);

/**
 * Whether the user has muted the pages of an origin. A muted site without a port covers all of them; one
 * without a scheme, as policies and files may have it, covers both.
 */
export function isSiteMuted({ mutedSites }: Pick<Settings, 'mutedSites'>, origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { host, hostname } = new URL(origin);
  const names = [origin, siteOf(origin), host, hostname];
  return mutedSites.some((site) => names.includes(site.replace(/\/$/, '').toLowerCase()));
}

/** Whether the user wants to be notified of this on the pages of an origin. */
export const isNotified = (settings: Settings, kind: Notified, origin: string): boolean =>
  settings[NOTIFIED[kind]] && !isSiteMuted(settings, origin);

/** Reads the settings in force, for where they are not followed. */
export async function readSettings(storage: PanelStorage): Promise<Settings> {
  const { locks, settings } = await readManagedPolicy(storage);
  const own = locks.includes('settings') ? DEFAULT_SETTINGS : await readItem(storage.local, SETTINGS);
  return { ...own, ...settings };
}

/** What the browser lets the extension show. An entrypoint brings it along from `browser/`. */
export interface NotificationAccess {
  /** Asks the user for permission. To be called in a click, before anything is awaited. */
  ask(): Promise<boolean>;
  has(): Promise<boolean>;
  giveBack(): Promise<void>;
  /** Calls `listener` when permission was given or taken, until `stop` aborts. */
  watch(listener: () => void, stop: AbortSignal): void;
}
