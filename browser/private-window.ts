import type { Runtime } from 'webextension-polyfill';
import { browser } from './browser';
import { isNotice, type Notice } from './runtime-messages';

let answer: Promise<boolean> | undefined;

/**
 * Whether this document stands in a private window. A document that cannot find out counts as private: what
 * is not written is missed, what is written cannot be taken back.
 */
export function isPrivateWindow(): Promise<boolean> {
  answer ??= ask().catch(() => true);
  return answer;
}

async function ask(): Promise<boolean> {
  // A panel on a page is in that page's tab, and only the background can ask about tabs in both browsers.
  if (window.parent !== window) {
    const notice: Notice = { type: 'private-asked' };
    const told: unknown = await browser.runtime.sendMessage(notice);
    return told !== false;
  }
  return (await browser.windows.getCurrent()).incognito;
}

/** In the background: answers the panels on pages. */
export function servePrivateWindows(): void {
  const onMessage = (
    data: unknown,
    { tab }: Runtime.MessageSender,
    respond: (isPrivate: boolean) => void,
  ) => {
    if (isNotice(data, 'private-asked') && tab) respond(tab.incognito);
  };
  browser.runtime.onMessage.addListener(
    onMessage as Parameters<typeof browser.runtime.onMessage.addListener>[0],
  );
}
