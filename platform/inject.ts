import { browser } from './browser';
import type { Notice } from './names';

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
  await browser.scripting.executeScript({ target: { tabId }, files: ['/peer.js'] });
}
