import { type Dialect, readAction } from './dialects';
import { Mismatch, type Problem, type Shape } from './shape';

/** Why something that arrived is not a message of ours. `foreign`: not even the prefix. */
export type Rejection =
  | { reason: 'foreign' }
  | { reason: 'unknown-name'; name: string }
  | { reason: 'bad-payload'; name: string; problems: readonly [Problem, ...Problem[]] };

export type Parsed<M> = { ok: true; message: M; dialect: Dialect } | ({ ok: false } & Rejection);

/** Reads a message of one of the dialects, of any if there are none named, by the shape of its name. */
export function parseWith<M extends { name: string }>(
  shapes: Readonly<Record<string, Shape<object>>>,
  data: unknown,
  dialects?: readonly Dialect[],
): Parsed<M> {
  // Every message of every script on the page comes through here: the cheap test is first.
  if (typeof data !== 'object' || data === null) return { ok: false, reason: 'foreign' };
  const action: unknown = Reflect.get(data, 'action');
  const read = typeof action === 'string' ? readAction(action, dialects) : undefined;
  if (!read) return { ok: false, reason: 'foreign' };
  const { name, dialect } = read;
  const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
  if (!shape) return { ok: false, reason: 'unknown-name', name };
  const payload = shape(data);
  if (payload instanceof Mismatch) {
    return { ok: false, reason: 'bad-payload', name, problems: payload.problems };
  }
  // The shape of each name is where the message's type comes from.
  return { ok: true, dialect, message: { ...payload, name } as M };
}
