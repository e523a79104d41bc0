import { browser } from './browser';
import { DOCK_PAGE } from './dock-handshake';
import { removeStaleDock } from './remove-stale-dock';
import type { Notice } from './runtime-messages';

/**
 * Brings the peer into a tab, or asks one that is there already to look around again: a second one would
 * forget the calls of the first. Needs `activeTab` for that tab, or its host permission.
 * @throws Error if the browser keeps extensions out of the page (its own pages, the stores).
 */
export async function injectPeer(tabId: number): Promise<void> {
  const lookAround: Notice = { type: 'look-around' };
  const answered = await browser.tabs.sendMessage(tabId, lookAround, { frameId: 0 }).then(
    () => true,
    () => false,
  );
  if (answered) return;
  const target = { tabId };
  await onceAllowed(() =>
    browser.scripting.executeScript({
      target,
      func: removeStaleDock,
      args: [browser.runtime.getURL(DOCK_PAGE)],
    }),
  );
  await onceAllowed(() => browser.scripting.executeScript({ target, files: ['/peer.js'] }));
}

/** A press of the icon is told to the background and to the process of the page, by two ways. */
const AGAIN_AFTER_MS = [20, 100, 500];

/**
 * Does a job in a page that the user has just let the extension into. Chromium says now and then that it may
 * not be done: the page's process has not heard of it yet.
 */
async function onceAllowed(job: () => Promise<unknown>): Promise<void> {
  for (const ms of AGAIN_AFTER_MS) {
    try {
      await job();
      return;
    } catch (error) {
      if (!/Cannot access contents of the page/.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, ms));
    }
  }
  await job();
}
