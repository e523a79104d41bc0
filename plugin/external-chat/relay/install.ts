import type { HostOrigins } from '../../../protocol/host-origins';

/** Marks the script element, so that the plugin finds the one that an earlier document of its own left. */
const MARK = 'data-external-chat-relay';

/**
 * Adds `relay.js` of the plugin's own bundle to Web App 3's document and waits until it runs. As a file of
 * Web App 3's own origin it passes a policy of `script-src 'self'`, which an inline script would not.
 * Returns what is wrong, if it can't run.
 */
export async function installRelay(origins: HostOrigins): Promise<string | undefined> {
  // `null` for a frame whose parent has another origin, as an opaque one always has.
  const frame = window.frameElement;
  if (!frame) {
    return 'relay=1 needs "sandboxValues": ["allow-same-origin"] in manifest.json, and a src on Web App 3’s own host.';
  }
  if (frame.id === '') return 'relay=1 needs an id on the plugin’s iframe, but this Web App 3 has set none.';
  const { ownerDocument: document } = frame;
  for (const earlier of document.querySelectorAll(`script[${MARK}]`)) earlier.remove();
  const script = document.createElement('script');
  script.src = new URL('relay.js', window.location.href).href;
  script.setAttribute(MARK, '');
  script.dataset.frame = frame.id;
  if (!origins.any) script.dataset.hostOrigins = origins.allowed.join(',');
  const runs = new Promise<boolean>((resolve) => {
    script.addEventListener('load', () => resolve(true));
    script.addEventListener('error', () => resolve(false));
  });
  document.head.append(script);
  if (await runs) return undefined;
  script.remove();
  return `relay=1: ${script.src} did not load. Pack with RELAY=1 to include that file, and check that Web App 3’s Content-Security-Policy allows scripts of its own host.`;
}
