import { fromHost } from '../../protocol/from-host';
import type { HostMessage } from '../../protocol/messages';
import {
  ALL_DIALECTS,
  DIALECTS,
  type Dialect,
  type Parsed,
  readAction,
  readPayload,
  VIDEOCONF_HOST_NAMES,
} from '../../protocol/wire';

/** Reads a message of the top window in one of these namespaces. */
export function readHostMessage(data: unknown, dialects: readonly Dialect[]): Parsed<HostMessage> {
  const { action }: { action?: unknown } = Object(data);
  const read = typeof action === 'string' ? readAction(action, dialects) : undefined;
  if (!read) return { ok: false, reason: 'foreign' };
  if (read.dialect === 'videoconf') {
    for (const [name, other] of Object.entries(VIDEOCONF_HOST_NAMES)) {
      if (!other || other.name !== read.name) continue;
      const payload: Record<string, unknown> = { ...Object(data) };
      for (const [field, theirs] of Object.entries(other.fields)) payload[field] = payload[theirs];
      return readPayload(fromHost, { ...read, name }, payload);
    }
  }
  return readPayload(fromHost, read, data);
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
