/** What the address of the page asks for. */
export interface Address {
  alias: string;
  displayName: string;
  /** Sent as it is; a guest of a conference with a host PIN joins with the PIN `none`. */
  pin: string | undefined;
  /** Show the prejoin screen first. Plugins load before that, as on the real one. */
  waitsForJoin: boolean;
}

/** Reads `/webapp3/m/<alias>?name=&pin=&role=guest&join=manual`. */
export function readAddress(location: { pathname: string; search: string }): Address {
  const query = new URLSearchParams(location.search);
  const alias = location.pathname.replace(/\/$/, '').split('/').at(-1) ?? '';
  const pin = query.get('pin') ?? (query.get('role') === 'guest' ? 'none' : undefined);
  return {
    alias: decodeURIComponent(alias),
    displayName: query.get('name') || 'You',
    pin,
    waitsForJoin: query.get('join') === 'manual',
  };
}
