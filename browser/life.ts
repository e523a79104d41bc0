import type { Tabs } from 'webextension-polyfill';
import { browser } from './browser';

/** Calls `listener` once after an installation, saying whether it is the first, and after each update. */
export function onInstalled(listener: (isFirst: boolean) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => listener(reason === 'install'));
}

/**
 * Calls `listener` when the browser has been started. A Firefox that only has private windows tells of no
 * start, and of no installation if it lets the extension into them later: there, the background’s first run
 * in a session counts as both.
 */
export function onStartup(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
  if (!browser.extension.inIncognitoContext) return;
  isFirstRun().then((isFirst) => {
    if (isFirst) listener();
  }, console.error);
}

/** In the browser’s memory, which ends with the session: the background has run. */
const HAS_RUN = 'has-run';

async function isFirstRun(): Promise<boolean> {
  const { session } = browser.storage;
  const { [HAS_RUN]: hasRun } = await session.get(HAS_RUN);
  if (!hasRun) await session.set({ [HAS_RUN]: true });
  return !hasRun;
}

/**
 * Calls `listener` when an administrator has changed something. Of this area alone: others change all the
 * time.
 */
export function onPolicyChanged(listener: () => void): void {
  browser.storage.managed.onChanged.addListener(() => listener());
}

/** Calls `listener` with the active tab when the toolbar icon is clicked; a click is a user gesture. */
export const onIconClicked = (listener: (tab: Tabs.Tab) => void): void =>
  browser.action.onClicked.addListener(listener);
