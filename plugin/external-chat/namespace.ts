import { fromHost } from '../../protocol/from-host';
import type { HostMessage } from '../../protocol/messages';
import {
  ALL_DIALECTS,
  DIALECTS,
  type Dialect,
  type Parsed,
  readAction,
  readerOf,
  VIDEOCONF_HOST_NAMES,
} from '../../protocol/wire';

const parse = readerOf<HostMessage>(fromHost);

/** Reads a message of the top window in one of these namespaces. */
export function readHostMessage(data: unknown, dialects: readonly Dialect[]): Parsed<HostMessage> {
  const action: unknown = Reflect.get(Object(data), 'action');
  const read = typeof action === 'string' ? readAction(action, dialects) : undefined;
  if (!read) return { ok: false, reason: 'foreign' };
  return parse(read.dialect === 'videoconf' ? inOurWords(Object(data), String(action), read.name) : data);
}

function inOurWords(data: object, action: string, name: string): unknown {
  for (const [ours, other] of Object.entries(VIDEOCONF_HOST_NAMES)) {
    if (!other || other.name !== name) continue;
    const wire: Record<string, unknown> = { ...data, action: action.replace(name, ours) };
    for (const [field, theirs] of Object.entries(other.fields)) wire[field] = wire[theirs];
    return wire;
  }
  return data;
}

/**
 * Reads the namespace that an administrator has set in the manifest: `?namespace=rocketchat:videoconf`.
 * @throws Error if there is no such namespace.
 */
export function readNamespace(search: string): Dialect | undefined {
  const given = new URLSearchParams(search).get('namespace');
  if (given === null) return undefined;
  for (const dialect of ALL_DIALECTS) {
    const prefix = DIALECTS[dialect];
    if ([dialect, prefix, prefix.slice(0, -1)].includes(given)) return dialect;
  }
  const names = ALL_DIALECTS.map((dialect) => DIALECTS[dialect].slice(0, -1));
  throw new Error(`namespace: "${given}" isn’t one of ${names.join(', ')}.`);
}
