/**
 * Keeps the members of an object that all plugins share. A plugin can add to it, and replaces nothing.
 *
 * @param report is called when a plugin tries to replace one
 */
export function keepMembers<T extends object>(shared: T, report: () => void): T {
  for (const name of Object.keys(shared)) keepMember(shared, name, report);
  return shared;
}

/**
 * Keeps one member, whose value may be computed.
 *
 * @param isConfigurable lets a script have a constant of that name, which the window's own members forbid
 */
export function keepMember(shared: object, name: string, report: () => void, isConfigurable = false): void {
  const { get, value } = Object.getOwnPropertyDescriptor(shared, name) ?? {};
  Object.defineProperty(shared, name, {
    configurable: isConfigurable,
    enumerable: true,
    get: get ? () => Reflect.apply(get, shared, []) : () => value,
    // Some set it to what it is, as in `var PEX = window.PEX`.
    set: (next) => next === (get ? Reflect.apply(get, shared, []) : value) || report(),
  });
}

/** Puts a function of this host in the place of the document's own, for good. */
export function fixFunction<A extends unknown[]>(
  target: object,
  name: string,
  value: (...given: A) => unknown,
) {
  Object.defineProperty(target, name, { configurable: false, enumerable: true, writable: false, value });
}
