/** Leaves data for the keeper in a page, in the isolated world. Runs there, so it names nothing outside. */
export function leaveKept(kept: unknown): void {
  Reflect.set(globalThis, Symbol.for('external-chat.kept'), kept);
}

/** Takes what was left. */
export function takeKept<Kept>(): readonly Kept[] {
  const name = Symbol.for('external-chat.kept');
  const kept: unknown = Reflect.get(globalThis, name);
  Reflect.deleteProperty(globalThis, name);
  // It was this version of the extension that kept it: the store does not outlive an update.
  return Array.isArray(kept) ? kept : [];
}
