import type { Browser } from 'webextension-polyfill';

/**
 * The browser API in a content script. The polyfill would more than double the peer, which runs on pages
 * that have no meeting; Chrome's own API has returned promises since Manifest V3.
 */
export const contentBrowser: Browser =
  Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
