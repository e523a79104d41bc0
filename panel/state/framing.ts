/**
 * Whether these headers keep a page out of a frame of the extension's, whose addresses begin with `scheme`.
 * If a policy names ancestors, browsers ignore `X-Frame-Options`, as they do any unknown value of it. An
 * extension isn’t a site: neither `https:` nor, in Chromium, even `*` allows it.
 * @see https://w3c.github.io/webappsec-csp/#directive-frame-ancestors
 */
export function forbidsFraming(headers: Headers, scheme: string): boolean {
  const policies = headers.get('content-security-policy') ?? '';
  const lists = [...policies.matchAll(/(?:^|[;,])\s*frame-ancestors(?=[\s;,]|$)([^;,]*)/gi)];
  const admits = (source: string) =>
    source.toLowerCase().startsWith(scheme) || (source === '*' && scheme === 'moz-extension:');
  if (lists.length > 0) return lists.some(([, sources = '']) => !sources.trim().split(/\s+/).some(admits));
  const options = (headers.get('x-frame-options') ?? '').split(',');
  return options.some((option) => /^\s*(?:deny|sameorigin)\s*$/i.test(option));
}
