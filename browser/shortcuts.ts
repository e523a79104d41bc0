import { browser } from './browser';

const CHROME_PAGE = 'chrome://extensions/shortcuts';

/** The keys of the extension's commands, and the way to where they are changed. */
export const shortcuts = {
  read: async () =>
    (await browser.commands.getAll()).map(({ name = '', shortcut = '' }) => ({ name, key: shortcut })),
  change: wayToChange(),
};

/** Firefox has had a call for it since version 137; Chrome lets extensions open its page. */
function wayToChange(): (() => void) | undefined {
  const open: unknown = Reflect.get(browser.commands, 'openShortcutSettings');
  if (typeof open === 'function') return () => void open.call(browser.commands);
  const isFirefox = 'sidebarAction' in browser;
  return isFirefox ? undefined : () => void browser.tabs.create({ url: CHROME_PAGE });
}
