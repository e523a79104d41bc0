/**
 * Whether these headers keep a page out of a frame of the extension's, whose addresses begin with `scheme`.
 * Where a policy names ancestors, browsers read no more than that; a value of `X-Frame-Options` that they do
 * not know counts for nothing. An extension is no site: `https:` does not let it in, and in Chromium not even
 * `*` does.
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
