import { dialFields } from '../protocol/dial-fields';
import { fields, flag, type Of, type Shape, text } from '../protocol/shape';
import type { Item } from './storage/item';
import { whole } from './storage/shapes';

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
} as const satisfies Record<string, Shape<unknown>>;

const shape = fields(settingFields);

export type Settings = Of<typeof shape>;

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
};

/** Where the settings are kept. */
export const SETTINGS: Item<Settings> = {
  key: 'settings',
  version: 2,
  shape,
  fallback: DEFAULT_SETTINGS,
  migrations: { 1: (old) => ({ protocol: 'auto', role: 'GUEST', ...Object(old) }) as unknown },
};
