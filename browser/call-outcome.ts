import type { Runtime } from 'webextension-polyfill';
import { OUTCOMES, type Outcome } from '../protocol/call-outcome';
import { browser } from './browser';
import { isRuntimeMessage, type RuntimeMessage } from './runtime-messages';

/**
 * From a panel: tells the background what has become of the calls with these ids, on a page of this origin.
 */
export async function reportOutcome(outcome: Outcome, calls: readonly string[], site: string): Promise<void> {
  const isBeside = window.parent === window;
  const [tab] = isBeside ? await browser.tabs.query({ active: true, currentWindow: true }) : [];
  const message: RuntimeMessage = { type: 'call-outcome', outcome, calls, site, tabId: tab?.id };
  await browser.runtime.sendMessage(message);
}

/** In the background: calls `listener` with what panels tell. */
export function onOutcome(
  listener: (tabId: number, outcome: Outcome, calls: readonly string[], site: string) => void,
): void {
  browser.runtime.onMessage.addListener((data: unknown, { tab, url }: Runtime.MessageSender): undefined => {
    // Only a document of the extension, not a script in a page.
    if (!isRuntimeMessage(data, 'call-outcome') || !url?.startsWith(browser.runtime.getURL('/'))) return;
    const { outcome: given, calls, site, tabId = tab?.id } = Object(data);
    const outcome = OUTCOMES.find((each) => each === given);
    if (outcome && Array.isArray(calls) && typeof tabId === 'number')
      listener(tabId, outcome, calls.map(String), String(site));
  });
}

/** A tab, as far as a notification of it needs to know. */
export async function tabOf(tabId: number): Promise<{ windowId: number; isPrivate: boolean } | undefined> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.windowId === undefined ? undefined : { windowId: tab.windowId, isPrivate: tab.incognito };
}
