/** A field of a value whose shape nobody vouches for; `undefined` where there is none. */
export const field = (value: unknown, name: string): unknown => Object(value)[name];

/** The same for a text. */
export function textField(value: unknown, name: string): string | undefined {
  const text = field(value, name);
  return typeof text === 'string' ? text : undefined;
}
