import { browser } from './browser';

/**
 * Has this document open everything in its own window, which is a private one. In Chromium the side panel of
 * such a window is in the ordinary profile, and so would be what it opens: in an ordinary window, and in its
 * history. Firefox does this by itself.
 */
export function openInThisWindow(): void {
  if ('sidebarAction' in browser) return;
  document.addEventListener('click', openLink);
  document.addEventListener('auxclick', openLink);
  window.open = (url, _target, features = '') => {
    const wanted = new URLSearchParams(features.replaceAll(',', '&'));
    const [width, height] = ['width', 'height'].map((name) => Number(wanted.get(name)));
    const size = { ...(width && { width }), ...(height && { height }) };
    void browser.windows.create({ url: String(url), type: 'popup', incognito: true, ...size });
    return null;
  };
}

function openLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[target="_blank"]') : null;
  // The right button opens a menu.
  if (!(link instanceof HTMLAnchorElement) || event.button === 2) return;
  event.preventDefault();
  const url = link.href;
  void browser.windows
    .getCurrent()
    .then(({ id }) => browser.tabs.create({ url, ...(id !== undefined && { windowId: id }) }));
}
