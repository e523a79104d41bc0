/**
 * Whom an administrator's list lets a user dial. Destinations are compared part by part, as a node reads
 * them: a host that the list does not name must not pass by standing in a user name, a parameter or a path.
 */

/** A destination or a pattern of the list: a name alone, an IP address alone, one at a host, or a URL. */
type Address = { kind: 'user' | 'ip'; parts: [string] } | { kind: 'host' | 'url'; parts: Pair };
type Pair = [string, string];

/** Schemes that change nothing about who is called. */
const CALL_SCHEME = /^(?:sips?|h323|mssip|tel|callto):/;

/** Text that two readers can read as two addresses. */
const UNCLEAR = /[\p{Cc}\u2028\u2029\\<>"]/u;

/** A host as it stands behind `@` or `//`, and its port; `*` for patterns. */
const HOST = String.raw`(\[[\da-f:.*]+\]|[\p{L}\p{M}\p{N}*][\p{L}\p{M}\p{N}._*-]*)(?::[\d*]{1,5})?`;
const URL_TEXT = new RegExp(`^([a-z][a-z0-9+.-]*:\\/\\/${HOST})(\\/.*)?$`, 'u');
/** Parameters that say how a host is reached, and never which: `maddr`, `route` and headers name another. */
const HOST_TEXT = new RegExp(`^${HOST}(?:;(?:transport=(?:udp|tcp|tls|ws|wss)|user=(?:phone|ip)))*$`, 'u');
/** An address of the Internet: a pattern for names or numbers, such as `1*`, does not mean it. */
const IP = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]*(?::[\da-f]*){2,}|\[[\da-f:.]+\])(?![\da-z])/;
/** Steps out of a folder, as written and as escapes. */
const DOT_SEGMENT = /\/(?:\.|%2e){1,2}(?:[/?#]|$)/;

/** Reads a destination or a pattern. `undefined` for text that is not plainly one address. */
function readAddress(given: string): Address | undefined {
  const text = given.trim().normalize('NFKC').toLowerCase();
  if (text === '' || UNCLEAR.test(text)) return undefined;
  const [, origin, , path = ''] = URL_TEXT.exec(text) ?? [];
  if (origin !== undefined)
    return path.includes('@') || DOT_SEGMENT.test(path) ? undefined : { kind: 'url', parts: [origin, path] };
  const bare = text.replace(CALL_SCHEME, '');
  if (bare.includes('/')) return undefined;
  const [user = '', host, more] = bare.split('@');
  if (more !== undefined) return undefined;
  if (host === undefined) return readName(user);
  const name = /[;?\s]/.test(user) ? undefined : HOST_TEXT.exec(host)?.[1];
  return name === undefined ? undefined : { kind: 'host', parts: [user, name] };
}

/** What leads a name without a host to one: an escaped `@`, headers, and parameters that name another hop. */
const LEADS_AWAY = /[?%]|;\s*(?:maddr|route)\b/;

function readName(text: string): Address | undefined {
  if (LEADS_AWAY.test(text)) return undefined;
  const name = text.split(';', 1)[0];
  return name ? { kind: IP.test(name) || isNumericIp(name) ? 'ip' : 'user', parts: [name] } : undefined;
}

/** Up to four numbers, decimal, octal or hexadecimal, as `inet_aton` reads them; then a port or a suffix. */
const NUMBERS = /^((?:0x[\da-f]+|\d+)(?:\.(?:0x[\da-f]+|\d+)){0,3})\.?(?![\da-z._+*-])/;
/** Lower numbers are addresses of no host, so short extensions such as `1001` stay names. */
const FIRST_HOST = 2 ** 24;

/** Whether a name is an IPv4 address in one of its other forms: `167772165`, `0xa000005`, `012.5`, `10.1`. */
function isNumericIp(name: string): boolean {
  const parts = NUMBERS.exec(name)?.[1]?.split('.').map(numberOf) ?? [];
  const last = parts.pop() ?? Number.NaN;
  const isAddress = parts.every((part) => part < 256) && last < 256 ** (4 - parts.length);
  return isAddress && (parts.length > 0 || last >= FIRST_HOST);
}

/** Reads one number; none for digits that its notation does not have. */
function numberOf(text: string): number {
  if (/^0\d/.test(text)) return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number.NaN;
  return Number(text);
}

/** Compares in time proportional to the text; `*` stands for anything in its part. */
function matches(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
    return false;
  const end = text.length - last.length;
  let from = first.length;
  for (const piece of rest) {
    const at = text.indexOf(piece, from);
    if (at < 0 || at + piece.length > end) return false;
    from = at + piece.length;
  }
  return true;
}

/**
 * Whether an administrator's list lets a destination through. `*` alone lets everything through, and text
 * that is not plainly one address passes only where the list has that very text.
 */
export function isAllowed(destination: string, allow: readonly string[]): boolean {
  const address = readAddress(destination);
  const text = destination.trim();
  return allow.some((entry) => {
    const written = entry.trim();
    if (written === '*' || (written !== '' && written === text)) return true;
    const pattern = address && readAddress(entry);
    return (
      pattern?.kind === address?.kind &&
      address?.parts.every((part, at) => matches(pattern?.parts[at] ?? '', part)) === true
    );
  });
}
