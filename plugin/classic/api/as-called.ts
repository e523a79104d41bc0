/** The guides name `/muteguest` and `muteguests`; the node takes the plural alone. */
const SINGULAR = /^(?:un)?muteguest$/;

/** The path of a request as the node takes it: without a leading slash. */
export function requestPath(given: unknown): string {
  const path = String(given).replace(/^\/+/, '');
  return SINGULAR.test(path) ? `${path}s` : path;
}

/**
 * The body of a request as the node takes it: a transfer's role is `host` there, and published plugins
 * write `chair`.
 */
export function requestBody(path: string, given: unknown): unknown {
  const isTransfer =
    /^participants\/[^/]+\/transfer$/.test(path) && typeof given === 'object' && given !== null;
  if (!isTransfer || !/^(?:chair|host)$/i.test(String(Reflect.get(given, 'role')))) return given;
  return { ...given, role: 'host' };
}

/**
 * Transforms from what plugins pass: a layout's name, transforms, or `{layouts: [{layout}]}`, empty for the
 * default.
 */
export function layoutOf(given: unknown): object {
  if (typeof given !== 'object' || given === null) return { layout: given };
  const layouts: unknown = Reflect.get(given, 'layouts');
  const first: unknown = Array.isArray(layouts) ? (layouts[0] ?? {}) : undefined;
  return typeof first === 'object' && first !== null ? first : given;
}

/** The text of a chat message, which plugins pass alone or as `{payload}`. */
export function chatTextOf(given: unknown): string {
  const text: unknown = typeof given === 'object' && given !== null ? Reflect.get(given, 'payload') : given;
  return String(text ?? '');
}

/** A query's parameters: a text, or a list of texts for a parameter that is repeated. */
export function queryParamsOf(search: string): Record<string, string | string[]> {
  const query = new URLSearchParams(search);
  const entries = [...new Set(query.keys())].map((key): [string, string | string[]] => {
    const values = query.getAll(key);
    return [key, values.length > 1 ? values : (values[0] ?? '')];
  });
  return Object.fromEntries(entries);
}
