import { globals } from './globals';

const BUFFER = Symbol.for('external-chat.heard');

/** What the detector leaves in a page for the peer: see `peer/detector.ts`. */
interface Buffer {
  events: MessageEvent<unknown>[];
  stop: AbortController;
}

const current = () => globals[BUFFER] as Buffer | undefined;

/**
 * Starts to buffer messages, in the isolated world that the page cannot reach. A detector that runs there
 * already ends, and its messages are kept.
 */
export function startBuffer(): { events: MessageEvent<unknown>[]; signal: AbortSignal } {
  const buffer: Buffer = { events: takeBuffer(), stop: new AbortController() };
  globals[BUFFER] = buffer;
  return { events: buffer.events, signal: buffer.stop.signal };
}

/** Returns the buffered messages, and stops the buffering. */
export function takeBuffer(): MessageEvent<unknown>[] {
  const buffer = current();
  buffer?.stop.abort();
  delete globals[BUFFER];
  return buffer?.events ?? [];
}
