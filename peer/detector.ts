/**
 * Waits, on pages where nobody has pressed the icon, for the first sign of a meeting: an iframe that looks
 * like Web App 3, or a frame that speaks the protocol. Then it calls the peer, and keeps what is said until
 * the peer is there. No timer, and no work when the page changes.
 *
 * A page that the browser renders before anybody goes there listens and keeps, and calls when somebody does: the tab
 * still shows another page, and a peer that is brought there now would come into that one.
 */
import { readAction } from '../protocol/dialects';
import { pathFromTop } from './frames';
import { candidates } from './place';

/** What was said before the peer was there; the peer stops the collecting with the signal. */
export interface Heard {
  events: MessageEvent<unknown>[];
  signal: AbortSignal;
}

/** More than this a plugin does not say before it is answered. */
const MOST = 64;

/** Looks out for a meeting on a page, and calls `onFound` once. */
export function lookOut(top: Window, { events, signal }: Heard, onFound: () => void): void {
  let found = false;
  const find = () => {
    if (found) return;
    found = !Reflect.get(top.document, 'prerendering');
    if (found) onFound();
    // Asked again then: the page can send itself that event as well.
    else top.document.addEventListener('prerenderingchange', find, { signal });
  };
  const look = () => {
    if (candidates(top).length > 0) find();
  };
  top.addEventListener(
    'message',
    (event) => {
      if (!isOfTheProtocol(event) || !event.isTrusted || !pathFromTop(event.source, top)) return;
      if (events.length < MOST) events.push(event);
      find();
    },
    { signal },
  );
  top.document.addEventListener('DOMContentLoaded', look, { signal });
  top.addEventListener('load', look, { signal });
  look();
}

function isOfTheProtocol({ data }: MessageEvent<unknown>): boolean {
  const action: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'action') : undefined;
  return typeof action === 'string' && readAction(action) !== undefined;
}
