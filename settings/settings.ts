import { dialFields } from '../protocol/dial-fields';
import { fields, flag, list, type Of, oneOf, type Shape, text, trimmedText } from '../protocol/shape';
import { someOf, whole } from './storage/shapes';
import type { Item } from './storage/stored-item';
import { TABS } from './tabs';

export const THEMES = ['system', 'light', 'dark'] as const;
export const TEXT_SIZES = ['normal', 'large', 'larger'] as const;

/** What a person can set, each with what it may be. */
export const settingFields = {
  /** Country of numbers that are written without one, as in `NO`; '' for none. */
  region: text(2),
  /** Of destinations that name none. */
  protocol: dialFields.protocol,
  role: dialFields.role,
  /** After how many seconds a call reads *No answer yet*. */
  noAnswerSeconds: whole(5, 600),
  /** Whether calls are noted in the history of this device. */
  history: flag,
  /** How many calls may be placed within a minute; 0 for any number. */
  perMinute: whole(0, 600),
  /** Whether to ask before a premium-rate number is dialed. */
  confirmPremium: flag,
  /** Whether to ask before a number of another country is dialed. */
  confirmForeign: flag,
  /** Places several calls at once, even with a plugin that can't tell them apart. */
  overlap: flag,
  /** The tabs of the panel, and of the panel on the page. */
  tabs: someOf(TABS),
  dockTabs: someOf(TABS),
  theme: oneOf(THEMES),
  textSize: oneOf(TEXT_SIZES),
  /** What the browser shows a notification of. */
  notifyUnread: flag,
  notifyPeople: flag,
  notifyCalls: flag,
  /** Whether an open panel plays a sound at the same occasions. */
  sound: flag,
  /** Sites that do neither. */
  mutedSites: list(trimmedText(512), 200),
} as const satisfies Record<string, Shape<unknown>>;

const shape = fields(settingFields);

export type Settings = Of<typeof shape>;

/** The defaults of what version 3 has more than those before it. */
const ADDED: Pick<Settings, 'tabs' | 'dockTabs' | 'theme' | 'textSize'> = {
  tabs: [...TABS],
  // On the page the panel is a chat that came with a button; the rest is in its menu.
  dockTabs: ['people', 'chat'],
  theme: 'system',
  textSize: 'normal',
};

/** The same of version 4. Nobody is disturbed who has not asked for it. */
const QUIET = {
  notifyUnread: false,
  notifyPeople: false,
  notifyCalls: false,
  sound: false,
  mutedSites: [],
} satisfies Partial<Settings>;

export const DEFAULT_SETTINGS: Settings = {
  region: '',
  protocol: 'auto',
  role: 'GUEST',
  noAnswerSeconds: 60,
  history: true,
  perMinute: 30,
  confirmPremium: false,
  confirmForeign: false,
  overlap: false,
  ...ADDED,
  ...QUIET,
};

/** A text would be spread into its characters: it stays, and its shape is wrong. */
const adding =
  (added: Partial<Settings>) =>
  (old: unknown): unknown =>
    typeof old === 'object' ? { ...added, ...old } : old;

/** Where the settings are kept. */
export const SETTINGS: Item<Settings> = {
  key: 'settings',
  version: 4,
  shape,
  fallback: DEFAULT_SETTINGS,
  migrations: {
    1: adding({ protocol: 'auto', role: 'GUEST' }),
    2: adding(ADDED),
    3: adding(QUIET),
  },
};
