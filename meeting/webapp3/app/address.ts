/** What the address of the page asks for. */
export interface Address {
  alias: string;
  /** The Web App Path, with a slash at either end. The branding is served below it. */
  webAppPath: string;
  displayName: string;
  /** Sent as it is; a guest of a conference with a host PIN joins with the PIN `none`. */
  pin: string | undefined;
  /** Show the prejoin screen first. Plugins load before that, as on the real one. */
  waitsForJoin: boolean;
}

/**
 * Reads the addresses in which Web App 3 occurs, each with `name`, `pin`, `role=guest` and `join=manual`:
 * `/webapp3/m/<alias>`, `/sales/m/<alias>`, `/webapp/conference?conference=<alias>`,
 * `/webapp3/#/?conference=<alias>`.
 */
export function readAddress(location: { pathname: string; search: string; hash?: string }): Address {
  const { pathname, search, hash = '' } = location;
  const query = new URLSearchParams(search);
  const inHash = new URLSearchParams(hash.replace(/^[^?&]*[?&]/, ''));
  const [, webAppPath = '/webapp3/', , named = ''] =
    /^(\/(?:.*?\/)?)(m\/([^/]+)|conference|express|step-by-step)?\/?$/.exec(pathname) ?? [];
  const alias = decodeURIComponent(named) || query.get('conference') || inHash.get('conference') || '';
  const pin = query.get('pin') || (query.get('role') === 'guest' ? 'none' : undefined);
  return {
    alias,
    webAppPath,
    displayName: query.get('name') || 'You',
    pin,
    waitsForJoin: query.get('join') === 'manual',
  };
}
