/**
 * How messages cross `postMessage`: their envelope, and the two namespaces of plugins of this kind. Envelope,
 * rules and dial-out are the same in both; these tables hold every difference.
 */
import type { HostMessage, PluginMessage } from './messages';
import { Mismatch, type Problem, type Shape } from './shape';

/** The namespaces by name. */
export const DIALECTS = {
  /** The seed document's, and this project's. */
  'external-chat': 'pexip:plugin:external-chat/',
  /** A later plugin's for the same job. It sends `ready` by itself and ignores `hello`. */
  videoconf: 'rocketchat:videoconf/',
} as const;

/** Every action of the seed document begins with this. */
export const PREFIX = DIALECTS['external-chat'];

export type Dialect = keyof typeof DIALECTS;

/** The names of the top window's messages in `videoconf`; `false`: it has no such message. */
export const VIDEOCONF_HOST_NAMES: Readonly<
  Record<string, false | { name: string; fields: Readonly<Record<string, string>> }>
> = {
  hello: false,
  'toggle-chat-button-state': { name: 'chat-state', fields: {} },
  'toggle-chat-badge': { name: 'chat-unread', fields: { visible: 'unread' } },
};

/** The dialects of plugins. Ours begins in the first, and follows the top window. */
export const ALL_DIALECTS = Object.keys(DIALECTS) as Dialect[];

/**
 * Splits an action into the dialect and the name behind its prefix; `undefined` for any action of none of
 * `dialects`.
 */
export function readAction(
  action: string,
  dialects: readonly Dialect[] = ALL_DIALECTS,
): { dialect: Dialect; name: string } | undefined {
  for (const dialect of dialects) {
    const prefix = DIALECTS[dialect];
    if (action.startsWith(prefix)) return { dialect, name: action.slice(prefix.length) };
  }
  return undefined;
}

/** Why something that arrived is not a message of ours. `foreign`: not even the prefix. */
type Rejection =
  | { reason: 'foreign' }
  | { reason: 'name'; name: string }
  | { reason: 'shape'; name: string; problems: readonly [Problem, ...Problem[]] };

export type Parsed<M> = { ok: true; message: M; dialect: Dialect } | ({ ok: false } & Rejection);

/** Creates the function that reads messages of these shapes, in any dialect unless some are named. */
export const readerOf =
  <M extends { name: string }>(
    shapes: Readonly<Record<string, Shape<object>>>,
    dialects?: readonly Dialect[],
  ): ((data: unknown) => Parsed<M>) =>
  (data) => {
    // Every message of every script on the page comes through here: the cheap test is first.
    const { action }: { action?: unknown } = Object(data);
    const read = typeof action === 'string' ? readAction(action, dialects) : undefined;
    if (!read) return { ok: false, reason: 'foreign' };
    const { name, dialect } = read;
    const shape = Object.hasOwn(shapes, name) && shapes[name];
    if (!shape) return { ok: false, reason: 'name', name };
    const payload = shape(data);
    if (payload instanceof Mismatch) {
      return { ok: false, reason: 'shape', name, problems: payload.problems };
    }
    // The shape of each name is where the message's type comes from.
    return { ok: true, dialect, message: { ...payload, name } as M };
  };

/** A message as it crosses `postMessage`: flat, with its prefixed name in `action`. */
type Wire = { action: string; [field: string]: unknown };

/** Puts a message into the shape that crosses `postMessage`. */
export function toWire(message: PluginMessage | HostMessage, dialect: Dialect = 'external-chat'): Wire {
  const { name, ...payload } = message;
  return { ...payload, action: DIALECTS[dialect] + name };
}

/** The same, as a plugin of that dialect understands it; `undefined` if it has no such message. */
export function toPluginWire(message: HostMessage, dialect: Dialect): Wire | undefined {
  const { name, ...payload } = message;
  const other = dialect === 'videoconf' ? VIDEOCONF_HOST_NAMES[name] : undefined;
  if (other === false) return undefined;
  const renamed = Object.entries(payload).map(([field, value]) => [other?.fields[field] ?? field, value]);
  return { ...Object.fromEntries(renamed), action: DIALECTS[dialect] + (other?.name ?? name) };
}
