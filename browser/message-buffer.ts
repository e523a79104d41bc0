const BUFFER = Symbol.for('external-chat.heard');

/** What the detector leaves in a page for the peer: see `peer/detector.ts`. */
interface Buffer {
  events: MessageEvent<unknown>[];
  stop: AbortController;
}

const current = (): Buffer | undefined => Reflect.get(globalThis, BUFFER);

/**
 * Starts to buffer messages, in the isolated world that the page cannot reach. A detector that runs there
 * already ends, and its messages are kept.
 */
export function startBuffer(): { events: MessageEvent<unknown>[]; signal: AbortSignal } {
  const buffer: Buffer = { events: takeBuffer(), stop: new AbortController() };
  Reflect.set(globalThis, BUFFER, buffer);
  return { events: buffer.events, signal: buffer.stop.signal };
}

/** Returns the buffered messages, and stops the buffering. */
export function takeBuffer(): MessageEvent<unknown>[] {
  const buffer = current();
  buffer?.stop.abort();
  Reflect.deleteProperty(globalThis, BUFFER);
  return buffer?.events ?? [];
}
