/**
 * A site, as browsers let people give permission for it: scheme and host of a page, as in
 * `https://meet.example.com`. Patterns of hosts have no port, so it stands for all of them. `undefined` for
 * what isn’t a web page.
 */
export function siteOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) ? `${protocol}//${hostname}` : undefined;
}
