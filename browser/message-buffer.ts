const HEARD = Symbol.for('external-chat.heard');

/** What one script of this extension leaves in a page for another: see `peer/detector.ts`. */
interface Kept {
  events: MessageEvent<unknown>[];
  stop: AbortController;
}

const kept = (): Kept | undefined => Reflect.get(globalThis, HEARD);

/** Begins to keep what is heard, in the isolated world that the page cannot reach. */
export function keepHeard(): { events: MessageEvent<unknown>[]; signal: AbortSignal } {
  kept()?.stop.abort();
  const mine: Kept = { events: [], stop: new AbortController() };
  Reflect.set(globalThis, HEARD, mine);
  return { events: mine.events, signal: mine.stop.signal };
}

/** Takes what was kept, and ends the keeping. */
export function takeHeard(): MessageEvent<unknown>[] {
  const mine = kept();
  mine?.stop.abort();
  Reflect.deleteProperty(globalThis, HEARD);
  return mine?.events ?? [];
}
