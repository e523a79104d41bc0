/**
 * Whether a value is as a scenario wants it: an object if each field that is wanted is so, a list if each
 * entry that is wanted is among its entries, anything else if it is equal.
 */
export function matches(wanted: unknown, value: unknown): boolean {
  if (Array.isArray(wanted)) {
    return Array.isArray(value) && wanted.every((each) => value.some((entry) => matches(each, entry)));
  }
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof value !== 'object' || value === null) return false;
    return Object.entries(wanted).every(
      ([field, each]) => Object.hasOwn(value, field) && matches(each, Reflect.get(value, field)),
    );
  }
  return wanted === value;
}
