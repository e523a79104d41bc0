import { browser } from './browser';
import { dockAddress } from './dock-door';
import type { Notice } from './names';
import { clearRemains } from './remains';

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
  await browser.scripting.executeScript({ target, func: clearRemains, args: [dockAddress()] });
  await browser.scripting.executeScript({ target, files: ['/peer.js'] });
}
