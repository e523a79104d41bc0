import { browser } from './browser';
import { isRuntimeMessage, type RuntimeMessage } from './runtime-messages';

/** The extension's pages that open in a tab, with the section that is to be in sight. */
const PAGES = {
  options: 'options.html',
  sites: 'options.html#sites',
  country: 'options.html#setting-region',
  limits: 'options.html#guard',
  chat: 'options.html#chat',
  history: 'options.html#history',
  damaged: 'options.html#options-damaged',
  welcome: 'options.html?welcome',
  'first-run': 'options.html?welcome#first-run',
} as const;
type PageName = keyof typeof PAGES;

/** Opens one of the extension's pages in a tab; the options where the browser has a place for them. */
export function openPage(page: PageName): void {
  if (page === 'options') void browser.runtime.openOptionsPage();
  else void browser.tabs.create({ url: browser.runtime.getURL(PAGES[page]) });
}

/** The same from the dock, which in Firefox has no tabs: the background does it. */
export function askForPage(page: PageName): void {
  const message: RuntimeMessage = { type: 'open-page', page };
  browser.runtime.sendMessage(message).catch(() => {});
}

/** In the background: opens what the dock asks for. */
export function servePages(): void {
  browser.runtime.onMessage.addListener((data: unknown): undefined => {
    if (!isRuntimeMessage(data, 'open-page')) return;
    const page: unknown = Reflect.get(Object(data), 'page');
    if (typeof page === 'string' && Object.hasOwn(PAGES, page)) openPage(page as PageName);
  });
}
