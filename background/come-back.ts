/**
 * Brings the extension back into a tab whose page was loaded again, or which went to another page of its
 * site, as far as the browser still lets it in. First the detector, in time for what the plugin says at its
 * start and for what a page without a meeting may cost; then the peer, if there was a meeting and the
 * detector has found none.
 */
import { injectDetector, injectMissingPeer, isLetInForSite } from '../browser/inject';
import { onKeep, onPeerStarted, onTabClosed, onTabLoads, onTabReplaced } from '../browser/tab-loads';
import { changeTab, forgetTab, keepOfTab, moveTab, readTab } from '../browser/tab-memory';
import { onIcon } from '../browser/tab-services';

/** Follows the tabs that have, or had, a peer. */
export function comeBackToTabs(): void {
  onPeerStarted((tabId, site) =>
    change(tabId, (before) => ({ ...(before?.site === site && before), site, isShutOut: false })),
  );
  onIcon((tabId, { state }) =>
    change(tabId, (before) => before && { ...before, hadMeeting: state !== 'none' }),
  );
  onTabLoads((tabId, status) => void comeBack(tabId, status).catch(console.error));
  onKeep((tabId, site, kept) => void keepOfTab(tabId, { site, kept }).catch(console.error));
  onTabReplaced((tabId, before) => void moveTab(tabId, before).catch(console.error));
  onTabClosed((tabId) => void forgetTab(tabId).catch(console.error));
}

async function comeBack(tabId: number, status: 'loading' | 'complete'): Promise<void> {
  const memory = await readTab(tabId);
  if (!memory) return;
  // Where the extension is kept out now, it is also once the page has loaded: that is soon enough to tell.
  if (status === 'loading') await injectDetector(tabId).catch(() => {});
  else if (memory.hadMeeting) await injectMissingPeer(tabId).catch(() => shutOut(tabId));
}

/** Lets the panel say so, unless it is another site: there the icon has to be pressed as at first. */
function shutOut(tabId: number): void {
  if (!isLetInForSite()) change(tabId, (before) => before && { ...before, isShutOut: true });
}

const change = (...[tabId, to]: Parameters<typeof changeTab>) =>
  void changeTab(tabId, to).catch(console.error);
