import { browser } from './browser';
import { DOCK_PAGE } from './dock-handshake';
import { isPeerRunning } from './peer-running';
import { removeStaleDock } from './remove-stale-dock';
import type { Notice } from './runtime-messages';

/**
 * Brings the peer into a tab, or asks one that is there already to look around again: a second one would
 * forget the calls of the first. Needs `activeTab` for that tab, or its host permission.
 * @throws Error if the browser keeps extensions out of the page (its own pages, the stores).
 */
export const injectPeer = (tabId: number): Promise<void> =>
  navigator.locks.request(`peer-${tabId}`, () => bring(tabId)) as Promise<void>;

async function bring(tabId: number): Promise<void> {
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

/**
 * Brings the detector into a tab whose page has just begun to load. It does nothing where a peer is.
 * @throws Error if the browser does not let the extension in.
 */
export async function injectDetector(tabId: number): Promise<void> {
  const target = { tabId };
  await browser.scripting.executeScript({ target, files: ['/detector.js'], injectImmediately: true });
}

/**
 * Brings the peer into a tab unless one runs there.
 * @throws Error if the browser does not let the extension in.
 */
export async function injectMissingPeer(tabId: number): Promise<void> {
  const [found] = await browser.scripting.executeScript({ target: { tabId }, func: isPeerRunning });
  if (!found?.result) await injectPeer(tabId);
}

/**
 * What was let into a tab by a press of the icon stays so in Chromium until the tab goes to another site, and
 * in Firefox until its page is left or loaded again.
 */
export const isLetInForSite = (): boolean => !('sidebarAction' in browser);

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
