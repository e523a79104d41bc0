import { DIALECTS, type Dialect, VIDEOCONF_HOST_NAMES } from './dialects';
import type { HostMessage, PluginMessage } from './messages';

/** A message as it crosses `postMessage`: flat, with its prefixed name in `action`. */
export type Wire = { action: string; [field: string]: unknown };

/** Puts a message into the shape that crosses `postMessage`. */
export function toWire(message: PluginMessage | HostMessage): Wire {
  const { name, ...payload } = message;
  return { ...payload, action: DIALECTS['external-chat'].prefix + name };
}

/** The same, as a plugin of that dialect understands it; `undefined` if it has no such message. */
export function toPluginWire(message: HostMessage, dialect: Dialect): Wire | undefined {
  if (dialect === 'external-chat') return toWire(message);
  const { name, ...payload } = message;
  const other = VIDEOCONF_HOST_NAMES[name];
  if (other === false) return undefined;
  const renamed = Object.entries(payload).map(([field, value]) => [other?.fields[field] ?? field, value]);
  return { ...Object.fromEntries(renamed), action: DIALECTS.videoconf.prefix + (other?.name ?? name) };
}
