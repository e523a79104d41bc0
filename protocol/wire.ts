import type { HostMessage, PluginMessage } from './messages';

/** Every action of the seed protocol begins with this. */
export const PREFIX = 'pexip:plugin:external-chat/';

/** A message as it crosses `postMessage`: flat, with its prefixed name in `action`. */
export type Wire = { action: string; [field: string]: unknown };

/** Puts a message into the shape that crosses `postMessage`. */
export function toWire(message: PluginMessage | HostMessage): Wire {
  const { name, ...payload } = message;
  return { ...payload, action: PREFIX + name };
}
