import type { Runtime } from 'webextension-polyfill';
import { askBackground } from './ask-background';
import { browser } from './browser';
import { hasSidePanel } from './panel-opener';
import { isRuntimeMessage } from './runtime-messages';

let isPrivate: Promise<boolean> | undefined;

/**
 * Whether this document stands in a private window. A document that cannot find out counts as private: what
 * is not written is missed, what is written cannot be taken back.
 */
export function isPrivateWindow(): Promise<boolean> {
  isPrivate ??= askWhetherPrivate().catch(() => true);
  return isPrivate;
}

async function askWhetherPrivate(): Promise<boolean> {
  // A panel on a page is in that page's tab, and only the background can ask about tabs in both browsers.
  if (window.parent !== window) return (await askBackground({ type: 'private-asked' })) !== false;
  return (await browser.windows.getCurrent()).incognito;
}

/** From the panel on a page: whether a panel can open beside the page, or this one is all there is. */
export const isSidePanelPossible = (): Promise<boolean> =>
  askBackground({ type: 'side-panel-asked' }).then(
    (answer) => answer !== false,
    () => true,
  );

/** In the background: answers the panels on pages. */
export function serveOwnWindows(): void {
  const onMessage = (data: unknown, { tab }: Runtime.MessageSender, respond: (answer: boolean) => void) => {
    if (!tab) return;
    if (isRuntimeMessage(data, 'private-asked')) respond(tab.incognito);
    if (!isRuntimeMessage(data, 'side-panel-asked')) return;
    void hasSidePanel(tab).then(respond);
    // The answer comes later.
    return true as const;
  };
  browser.runtime.onMessage.addListener(
    onMessage as Parameters<typeof browser.runtime.onMessage.addListener>[0],
  );
}
