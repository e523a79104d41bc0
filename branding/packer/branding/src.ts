/**
 * A plugin's `src` in the manifest: a path relative to the manifest, with a query that the plugin reads.
 */
interface Src {
  /** In the archive; undefined for a `src` that leads to another server. */
  path: string | undefined;
  /** The folder of `path`, without a slash at its end; empty for the archive's root. */
  folder: string | undefined;
}

const BASE = 'http://archive.invalid/';

/** Resolves a `src`, or any other reference, as a browser would from a file in that folder. */
export function resolveSrc(src: string, folder: string): Src {
  const outside: Src = { path: undefined, folder: undefined };
  const base = BASE + folder.split('/').map(encodeURIComponent).join('/');
  if (!URL.canParse(src, base)) return outside;
  const url = new URL(src, base);
  if (url.origin !== new URL(BASE).origin) return outside;
  const path = decode(url.pathname.slice(1));
  return { path, folder: path.split('/').slice(0, -1).join('/') };
}

/** Sets or takes away `relay=1` in a `src`; every other part of its query stays, letter for letter. */
export function withRelay(src: string, relay: boolean): string {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(src) ?? [];
  const parts = query.split('&').filter((part) => part !== '' && !/^relay(=|$)/.test(part));
  if (relay) parts.push('relay=1');
  return `${path}${parts.length > 0 ? `?${parts.join('&')}` : ''}${hash}`;
}

/** Sets the pages that may use the plugin (`hostOrigins`) in a `src`; the rest of its query stays. */
export function withHostOrigins(src: string, origins: readonly string[]): string {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(src) ?? [];
  const parts = query.split('&').filter((part) => part !== '' && !/^hostOrigins(=|$)/.test(part));
  return `${path}?${[`hostOrigins=${origins.join(',')}`, ...parts].join('&')}${hash}`;
}

/** The settings in a `src`, as the plugin reads them: in its query, and behind `#`. */
export const settingsIn = (src: string): string => src.replace(/^[^?#]*[?#]?/, '').replace('#', '&');

/** Whether a `src` asks for the relay. */
export const hasRelay = (src: string): boolean => /\?(?:[^#]*&)?relay=1(?:[&#]|$)/.test(src);

/** Puts another path before the query of a `src`. */
export const withPath = (src: string, path: string): string => path + src.replace(/^[^?#]*/, '');

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
