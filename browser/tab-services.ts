import type { Runtime } from 'webextension-polyfill';
import { browser } from './browser';
import { iconOf, paintIcon } from './icon';
import { type IconState, isRuntimeMessage, type RuntimeMessage, SIDE_SCRIPTS } from './runtime-messages';
import { siteOfSender } from './sender-site';

/**
 * What the background does for the peer of a tab, as often as it is asked and without keeping anything.
 * `titleOf` says in words what the icon shows.
 */
export function serveTabs(titleOf: (state: IconState, text: string) => string): void {
  browser.runtime.onMessage.addListener((data: unknown, { tab }: Runtime.MessageSender): undefined => {
    const tabId = tab?.id;
    if (tabId === undefined) return;
    if (isRuntimeMessage(data, 'script-wanted')) {
      const script = SIDE_SCRIPTS.find((each) => each === Reflect.get(Object(data), 'script'));
      browser.scripting
        .executeScript({ target: { tabId }, files: [`/${script}.js`] })
        .catch((error: unknown) => console.info(`No ${script} for this page:`, error));
    }
  });
  onIcon((tabId, { state, text }) => {
    // The tab may be gone by the time that its icon is painted.
    paintIcon(tabId, state, text, titleOf(state, text)).catch(() => {});
  });
}

/**
 * Calls `listener` with what the peer of a tab reports for its icon, and with the origin of the page, where
 * the browser tells it.
 */
export function onIcon(
  listener: (tabId: number, icon: ReturnType<typeof iconOf>, site: string | undefined) => void,
): void {
  browser.runtime.onMessage.addListener((data: unknown, sender: Runtime.MessageSender): undefined => {
    const tabId = sender.tab?.id;
    if (tabId !== undefined && isRuntimeMessage(data, 'icon'))
      listener(tabId, iconOf(data), siteOfSender(sender));
  });
}

/**
 * Requests something of a tab's peer; where there is none yet, as soon as there is one. A peer may start at
 * any moment between the request without an answer and the injection.
 */
export async function askPeer(
  tabId: number,
  type: 'toggle-chat' | 'show-dock',
  inject: (tabId: number) => Promise<void>,
): Promise<void> {
  const message: RuntimeMessage = { type };
  const ask = () =>
    browser.tabs.sendMessage(tabId, message, { frameId: 0 }).then(
      () => true,
      () => false,
    );
  if (await ask()) return;
  const stop = new AbortController();
  let isAsking = false;
  let isStarted = false;
  // One question at a time: two that are heard would turn the chat on and off.
  const askAgain = async () => {
    if (isAsking || stop.signal.aborted) return;
    isAsking = true;
    do {
      isStarted = false;
      if (await ask()) stop.abort();
    } while (isStarted && !stop.signal.aborted);
    isAsking = false;
  };
  const onStarted = (data: unknown, { tab }: Runtime.MessageSender): undefined => {
    if (!isRuntimeMessage(data, 'peer-started') || tab?.id !== tabId) return;
    isStarted = true;
    void askAgain();
  };
  browser.runtime.onMessage.addListener(onStarted);
  stop.signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onStarted));
  try {
    await inject(tabId);
  } catch (error) {
    // One that starts later, in another page, was not asked for.
    stop.abort();
    throw error;
  }
  await askAgain();
}

/** In the background: calls `listener` with each tab whose detector requests the peer. */
export function onPeerRequested(listener: (tabId: number | undefined) => void): void {
  browser.runtime.onMessage.addListener((data: unknown, { tab }: Runtime.MessageSender): undefined => {
    if (isRuntimeMessage(data, 'meeting-found')) listener(tab?.id);
  });
}
