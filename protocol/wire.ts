import * as v from 'valibot';
import { fromHost, fromPlugin, type HostMessage, type PluginMessage } from './messages';
import { describeIssue, id } from './text';

/** Every action of the seed protocol begins with this. */
export const PREFIX = 'pexip:plugin:external-chat/';

/** A message as it crosses `postMessage`: flat, with its prefixed name in `action`. */
export type Wire = { action: string; [field: string]: unknown };

/** Why something that arrived is not a message of ours. `foreign`: not even the prefix. */
export type Rejection =
  | { reason: 'foreign' }
  | { reason: 'unknown-name'; name: string }
  | { reason: 'bad-payload'; name: string; detail: string };

export type Parsed<M> = { ok: true; message: M } | ({ ok: false } & Rejection);

/** Reads a message that a plugin sent to the top window. */
export const parsePluginMessage = (data: unknown): Parsed<PluginMessage> => parse(fromPlugin, data);

/** Reads a message that the top window sent to a plugin. */
export const parseHostMessage = (data: unknown): Parsed<HostMessage> => parse(fromHost, data);

/** Puts a message into the shape that crosses `postMessage`. */
export function toWire(message: PluginMessage | HostMessage): Wire {
  const { name, ...payload } = message;
  return { ...payload, action: PREFIX + name };
}

/** The `requestId` of a message whose payload is otherwise wrong, so that the answer still finds its call. */
export function requestIdOf(data: unknown): string | undefined {
  const parsed = v.safeParse(v.object({ requestId: id }), data);
  return parsed.success ? parsed.output.requestId : undefined;
}

function parse<M extends { name: string }>(
  schemas: Record<string, v.GenericSchema>,
  data: unknown,
): Parsed<M> {
  // Every message of every script on the page comes through here: the cheap test is first.
  if (typeof data !== 'object' || data === null) return { ok: false, reason: 'foreign' };
  const action: unknown = Reflect.get(data, 'action');
  if (typeof action !== 'string' || !action.startsWith(PREFIX)) return { ok: false, reason: 'foreign' };
  const name = action.slice(PREFIX.length);
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (!schema) return { ok: false, reason: 'unknown-name', name };
  const parsed = v.safeParse(schema, data);
  if (!parsed.success) {
    return { ok: false, reason: 'bad-payload', name, detail: describeIssue(parsed.issues[0]) };
  }
  return { ok: true, message: { ...(parsed.output as object), name } as M };
}
