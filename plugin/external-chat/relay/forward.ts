/**
 * The relay: it stands in Web App 3's own document, between the top window and the plugin's frame.
 *
 *   top window ──▶ Web App 3's window (here) ──▶ plugin    if the origin is one that the plugin would take
 *   top window ◀── Web App 3's window (here) ◀── plugin
 *
 * For a host page as the seed document has it, `event.source` is then Web App 3's iframe, and what it posts
 * to that iframe arrives. The plugin speaks and listens through here alone, so nothing is heard twice.
 */

import { readAction } from '../../../protocol/wire';

/**
 * What the script element carries: the id of the plugin's frame, and the allowed origins of the top window.
 */
type Task = { frame?: string; hostOrigins?: string };

/**
 * Forwards the protocol's messages, and no others, for as long as the script element stays in the document.
 */
export function startRelay(self: Window, script: HTMLScriptElement): void {
  const { top } = self;
  // Web App 3 opened directly is the top window: what it would forward to itself, it would forward again.
  if (top === null || top === self) return;
  const { frame = '', hostOrigins }: Task = script.dataset;
  const allowed = hostOrigins?.split(',');
  const stop = new AbortController();

  const onMessage = (event: MessageEvent<unknown>) => {
    // A plugin that has reloaded takes this script away and brings its own.
    if (!script.isConnected) return stop.abort();
    if (!isProtocol(event.data)) return;
    const plugin = frameWindow(self.document, frame);
    if (!plugin) return;
    if (event.source === top) {
      if (!allowed || allowed.includes(event.origin)) plugin.postMessage(event.data, self.origin);
    } else if (event.source === plugin && event.origin === self.origin) {
      // Without a list, '*' is what the contract asks for: the host's origin is unknown until it speaks.
      for (const target of allowed ?? ['*']) top.postMessage(event.data, target);
    }
  };
  self.addEventListener('message', onMessage, { signal: stop.signal });
}

/** By its element, looked up each time: a frame that was moved or put back has another window. */
function frameWindow(document: Document, id: string): Window | null {
  const element = document.getElementById(id);
  return element instanceof HTMLIFrameElement ? element.contentWindow : null;
}

/** The names and payloads are judged at either end, which may know more of them than this one. */
function isProtocol(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const action: unknown = Reflect.get(data, 'action');
  return typeof action === 'string' && readAction(action) !== undefined;
}
