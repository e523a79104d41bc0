import { Mismatch, type Shape } from './shape';
import { PREFIX } from './wire';

/** Why something that arrived is not a message of ours. `foreign`: not even the prefix. */
export type Rejection =
  | { reason: 'foreign' }
  | { reason: 'unknown-name'; name: string }
  | { reason: 'bad-payload'; name: string; detail: string };

export type Parsed<M> = { ok: true; message: M } | ({ ok: false } & Rejection);

/** Reads a message by the schema of its name. */
export function parseWith<M extends { name: string }>(
  schemas: Record<string, Shape<object>>,
  data: unknown,
): Parsed<M> {
  // Every message of every script on the page comes through here: the cheap test is first.
  if (typeof data !== 'object' || data === null) return { ok: false, reason: 'foreign' };
  const action: unknown = Reflect.get(data, 'action');
  if (typeof action !== 'string' || !action.startsWith(PREFIX)) return { ok: false, reason: 'foreign' };
  const name = action.slice(PREFIX.length);
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (!schema) return { ok: false, reason: 'unknown-name', name };
  const read = schema(data);
  if (read instanceof Mismatch) return { ok: false, reason: 'bad-payload', name, detail: read.text };
  return { ok: true, message: { ...read, name } as M };
}
