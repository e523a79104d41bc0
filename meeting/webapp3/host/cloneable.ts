/**
 * A value that `postMessage` takes. The SDK's objects are plain today; a function or a signal in one of them
 * would make the whole event fail, so what cannot be cloned is dropped rather than the event.
 */
export function cloneable<T>(value: T): T {
  try {
    return structuredClone(value);
  } catch {
    return JSON.parse(JSON.stringify(value));
  }
}
