import { dialFields } from '../protocol/dial-fields';
import { fields, flag, type Of, oneOf, type Shape, text } from '../protocol/shape';
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
  /** Whether calls are noted in the history of this machine. */
  history: flag,
  /** How many calls may be placed within a minute; 0 for any number. */
  perMinute: whole(0, 600),
  /** Whether to ask before a premium-rate number is dialled. */
  confirmPremium: flag,
  /** Whether to ask before a number of another country is dialled. */
  confirmForeign: flag,
  /** With a plugin that cannot tell calls apart: place several at once all the same. */
  overlap: flag,
  /** The tabs of the panel, and of the panel on the page. */
  tabs: someOf(TABS),
  dockTabs: someOf(TABS),
  theme: oneOf(THEMES),
  textSize: oneOf(TEXT_SIZES),
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
};

/** Where the settings are kept. */
export const SETTINGS: Item<Settings> = {
  key: 'settings',
  version: 3,
  shape,
  fallback: DEFAULT_SETTINGS,
  migrations: {
    1: (old): unknown => ({ protocol: 'auto', role: 'GUEST', ...Object(old) }),
    2: (old): unknown => ({ ...ADDED, ...Object(old) }),
  },
};
