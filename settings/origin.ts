/**
 * The origin of a page of the web, as in `https://portal.example.com:8443`; `undefined` for anything else.
 */
export function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin, protocol } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}
