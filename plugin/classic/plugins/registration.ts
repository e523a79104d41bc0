/** What a plugin gave to `registerPlugin`. */
export interface Registration {
  id: string;
  /** The function of that name, or none. */
  functionOf(name: string): ((...args: unknown[]) => unknown) | undefined;
  /** The names of all its functions but load and unload. */
  actions: string[];
  state: unknown;
}

/**
 * Reads what a plugin registers; undefined if it isn’t an object with an id.
 * @see Plugin guide, "Plugin source file", 4.
 */
export function readRegistration(given: unknown): Registration | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const id: unknown = Reflect.get(given, 'id');
  if (typeof id !== 'string') return undefined;
  const functionOf = (name: string) => {
    const found: unknown = Reflect.get(given, name);
    return typeof found === 'function' ? (...args: unknown[]) => found.call(given, ...args) : undefined;
  };
  const actions = Object.keys(given).filter(
    (name) => name !== 'load' && name !== 'unload' && functionOf(name) !== undefined,
  );
  return { id, functionOf, actions, state: Reflect.get(given, 'state$') };
}
