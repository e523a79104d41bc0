/**
 * Waits, on pages where nobody has pressed the icon, for the first sign of a meeting: an iframe that looks
 * like Web App 3, or a frame that sends a message of the protocol. Then it requests the peer, and buffers the
 * messages until the peer is there. No timer, and no work when the page changes, but when it writes itself
 * anew.
 *
 * On a page that the browser prerenders, the detector buffers at once but requests the peer only when the
 * user goes there: until then the tab still shows another page, and the peer would be injected into that one.
 */
import { framePath } from '../host/message-filter';
import { readAction } from '../protocol/wire';
import { framesIn } from './frames';
import { candidates } from './place';

/** The messages that arrived before the peer. The peer stops the buffering with the signal. */
interface MessageBuffer {
  events: MessageEvent<unknown>[];
  signal: AbortSignal;
}

/** A plugin does not send more messages than this before it gets an answer. */
const MAX_MESSAGES = 64;

/** Detects a meeting on a page, and calls `onFound` once. */
export function detectMeeting(top: Window, { events, signal }: MessageBuffer, onFound: () => void): void {
  let found = false;
  const find = () => {
    if (found || signal.aborted) return;
    found = !Reflect.get(top.document, 'prerendering');
    if (found) onFound();
    // Asked again then: the page can send itself that event as well.
    else top.document.addEventListener('prerenderingchange', find, { signal });
  };
  const searchFrames = () => {
    if (candidates(top, framesIn(top.document)).length > 0) find();
  };
  const onMessage = (event: MessageEvent<unknown>) => {
    if (!actionOf(event) || !event.isTrusted || !framePath(event.source, top)) return;
    if (events.length < MAX_MESSAGES) events.push(event);
    find();
  };
  const listen = () => {
    top.addEventListener('message', onMessage, { signal });
    for (const loaded of ['DOMContentLoaded', 'load']) top.addEventListener(loaded, searchFrames, { signal });
    searchFrames();
  };
  // A page that writes itself anew takes all listeners away, and has another root element.
  new MutationObserver(listen).observe(top.document, { childList: true });
  listen();
}

function actionOf({ data }: MessageEvent<unknown>): object | false | undefined {
  const { action }: { action?: unknown } = Object(data);
  return typeof action === 'string' && readAction(action);
}
