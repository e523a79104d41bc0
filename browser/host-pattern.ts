/** The pattern that stands for every page of a site. It has no port: it stands for all of them. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/**
 * Whether a pattern of hosts, as manifests and permissions have them, covers a site.
 * @see https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns
 */
export function covers(pattern: string, site: string): boolean {
  if (pattern === '<all_urls>') return true;
  const [, scheme = '', host = ''] = /^(\*|https?):\/\/([^/]+)\//.exec(pattern) ?? [];
  const { protocol, hostname } = new URL(site);
  if (scheme !== '*' && `${scheme}:` !== protocol) return false;
  const wanted = host.replace(/:(\d+|\*)$/, '');
  if (wanted.startsWith('*.')) return hostname === wanted.slice(2) || hostname.endsWith(wanted.slice(1));
  return scheme !== '' && (wanted === '*' || wanted === hostname);
}
