import type { PrivilegedWindow, TabsProgressListener } from './privileged';

// All of these run in Firefox's own window: they may name nothing but its globals and their parameters.
declare const BrowsingContext: PrivilegedWindow['BrowsingContext'];
declare const Services: PrivilegedWindow['Services'];
declare const gBrowser: PrivilegedWindow['gBrowser'];

/** Opens an empty tab in front. */
export function openTab(): number {
  const tab = gBrowser.addTrustedTab('about:blank', { skipAnimation: true });
  gBrowser.selectedTab = tab;
  return tab.linkedBrowser.browsingContext.browserId;
}

/** Loads `url`, or what the tab shows again, and waits for the load event, so many milliseconds at most. */
export function load(browserId: number, url: string | null, limitMs: number): Promise<void> {
  const STATE_STOP = 0x10;
  const STATE_IS_NETWORK = 0x40000;
  const LOCATION_CHANGE_SAME_DOCUMENT = 0x1;
  const LOCATION_CHANGE_ERROR_PAGE = 0x2;
  const BINDING_ABORTED = 0x804b0002;
  return new Promise((resolve, reject) => {
    const browser = BrowsingContext.getCurrentTopByBrowserId(browserId)?.embedderElement;
    if (!browser) throw new Error('The tab is closed.');
    const late = () => end(new Error(`${url ?? 'The page'} did not load within ${limitMs} ms`));
    const deadline = setTimeout(late, limitMs);
    const end = (error?: Error) => {
      clearTimeout(deadline);
      gBrowser.removeTabsProgressListener(listener);
      if (error) reject(error);
      else resolve();
    };
    const listener: TabsProgressListener = {
      onStateChange(target, progress, _request, flags, status) {
        if (target !== browser || !progress.isTopLevel) return;
        if (!(flags & STATE_STOP && flags & STATE_IS_NETWORK)) return;
        // Another navigation took over: its end is what we wait for.
        if (status === BINDING_ABORTED) return;
        // The tab's first, empty document may come to rest only now.
        const atFirst = browser.currentURI.spec === 'about:blank' && url !== 'about:blank';
        if (atFirst && status === 0) return;
        end(status === 0 ? undefined : new Error(`${url} did not load: 0x${status.toString(16)}`));
      },
      onLocationChange(target, progress, _request, _location, flags) {
        if (target !== browser || !progress.isTopLevel) return;
        if (flags & LOCATION_CHANGE_SAME_DOCUMENT) end();
        if (flags & LOCATION_CHANGE_ERROR_PAGE) end(new Error(`${url} did not load: there is an error page`));
      },
    };
    gBrowser.addTabsProgressListener(listener);
    if (url === null) browser.reload();
    else {
      const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
      browser.fixupAndLoadURIString(url, { triggeringPrincipal });
    }
  });
}

/** Selects the tab; nothing happens when it is in front already, or when the id is a sidebar's. */
export function selectTab(browserId: number): void {
  const browser = BrowsingContext.getCurrentTopByBrowserId(browserId)?.embedderElement;
  const tab = browser && gBrowser.getTabForBrowser(browser);
  if (tab && gBrowser.selectedTab !== tab) gBrowser.selectedTab = tab;
}

/** The tab in front. */
export function selectedTab(): { browserId: number; url: string } {
  const { browsingContext, currentURI } = gBrowser.selectedTab.linkedBrowser;
  return { browserId: browsingContext.browserId, url: currentURI.spec };
}

/** Closes the tab without asking its page. */
export function removeTab(browserId: number): void {
  const browser = BrowsingContext.getCurrentTopByBrowserId(browserId)?.embedderElement;
  if (!browser) return;
  const { gBrowser: tabs } = browser.ownerDocument.defaultView as unknown as PrivilegedWindow;
  const tab = tabs.getTabForBrowser(browser);
  if (tab) tabs.removeTab(tab, { animate: false, skipPermitUnload: true });
}

/**
 * The browser id of a tab that shows this page of an extension or this address, or null while there is
 * none.
 */
export function tabThatShows(page: string): number | null {
  for (const tab of gBrowser.tabs) {
    const { browsingContext, currentURI } = tab.linkedBrowser;
    const [address = ''] = currentURI.spec.split('#');
    const isOwn = address.startsWith('moz-extension:') && address.endsWith(`/${page}`);
    if (isOwn || address === page) return browsingContext.browserId;
  }
  return null;
}
