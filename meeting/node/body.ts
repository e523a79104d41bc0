import type { IncomingMessage } from 'node:http';

const MAX_BODY_BYTES = 100_000;

/** A request body, or why there is none. */
type Body = { ok: true; value: Record<string, unknown> } | { ok: false; reason: string };

/** The shape of the validators that `@pexip/infinity-api` generates from Pexip's own schemas. */
export type PexipValidator = (data: unknown) => boolean;

interface SchemaError {
  instancePath?: string;
  message?: string;
  params?: { missingProperty?: string; allowedValues?: unknown[] };
}

/** Reads a JSON object; an absent body counts as an empty one, as on a real node. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BODY_BYTES) return { ok: false, reason: `Body is larger than ${MAX_BODY_BYTES} bytes` };
    chunks.push(bytes);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (text.trim() === '') return { ok: true, value: {} };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return { ok: false, reason: 'Body is not a JSON object' };
    }
    return { ok: true, value: { ...value } };
  } catch {
    return { ok: false, reason: 'Body is not valid JSON' };
  }
}

/**
 * Judges a body with Pexip's own validator, which also drops the fields that Pexip does not know.
 *
 * @returns what is wrong, naming the field; `undefined` when all is well
 */
export function findBodyFault(body: unknown, validate: PexipValidator): string | undefined {
  if (validate(body)) return undefined;
  const errors: unknown = Reflect.get(validate, 'errors');
  const first: SchemaError = Array.isArray(errors) ? (errors[0] ?? {}) : {};
  const missing = first.params?.missingProperty;
  if (missing) return `Invalid request: field '${missing}' is missing`;
  const field = first.instancePath?.replace(/^\//, '').replaceAll('/', '.') || 'body';
  const allowed = first.params?.allowedValues;
  const detail = allowed ? `must be one of ${allowed.join(', ')}` : (first.message ?? 'is not valid');
  return `Invalid request: field '${field}' ${detail}`;
}

/** A text field of a body that a validator has already accepted; '' when it is absent. */
export function textField(body: Record<string, unknown>, field: string): string {
  const value = body[field];
  return typeof value === 'string' ? value : '';
}
