/**
 * Destinations and patterns, part by part, as a node reads them: a host that a list does not name must not
 * pass by standing in a user name, a parameter, a path or the end of a name.
 */
export type Address =
  /** An alias or a number. */
  | { kind: 'name'; scheme: string; user: string }
  /** Labels with dots, or a name with a port, and nothing before them: an alias to one, a host to another. */
  | { kind: 'host' | 'ip'; scheme: string; host: string; port: string; user: string }
  | { kind: 'user'; scheme: string; host: string; port: string; user: string }
  | { kind: 'url'; scheme: string; host: string; port: string; path: string };

/** Schemes that do not change who is called. */
const CALL_SCHEME = /^(sips?|h323|mssip|tel|callto):/;

/** Text that two readers can read as two addresses. */
const UNCLEAR = /[\p{Cc}\u2028\u2029\\<>"]/u;

/** A host as it stands behind `@` or `//`, and its port; `*` for patterns. */
const HOST = String.raw`(\[[\da-f:.*]+\]|[\p{L}\p{M}\p{N}*][\p{L}\p{M}\p{N}._*-]*)(?::([\d*]{1,5}))?`;
const URL_TEXT = new RegExp(`^([a-z][a-z0-9+.-]*):\\/\\/${HOST}(\\/.*)?$`, 'u');
/** Parameters that say how a host is reached, and never which: `maddr`, `route` and headers name another. */
const HOST_PARAMETERS = '(?:;(?:transport=(?:udp|tcp|tls|ws|wss)|user=(?:phone|ip)))*';
const HOST_TEXT = new RegExp(`^${HOST}${HOST_PARAMETERS}$`, 'u');
/** Behind a number there may also be an extension, and tones. */
const NAME_TEXT = new RegExp(`^([^;]*)${HOST_PARAMETERS}(?:;(?:(?:ext|isub|postd)=)?[\\d*#,pw]*)*$`, 'u');
/** An address of the Internet, or a pattern for some, with a port or with the conference of a system. */
const IPV4 = /^([\d*]{1,3}(?:\.[\d*]{1,3}){3})(?::([\d*]{1,5}))?(##.*)?$/;
const IPV6 = /^(?:\[([\da-f:.*]+)\](?::([\d*]{1,5}))?|([\da-f*]*(?::[\da-f*]*){2,}))(##.*)?$/;

/** Reads a destination or a pattern. `undefined` for text that is not plainly one address. */
export function readAddress(given: string): Address | undefined {
  const text = given.trim().normalize('NFKC').toLowerCase();
  if (text === '' || UNCLEAR.test(text)) return undefined;
  const [, urlScheme, urlHost = '', urlPort = '', path = ''] = URL_TEXT.exec(text) ?? [];
  if (urlScheme !== undefined) {
    if (path.includes('@') || leavesFolder(path)) return undefined;
    return { kind: 'url', scheme: urlScheme, host: plainHost(urlHost), port: urlPort, path };
  }
  const scheme = CALL_SCHEME.exec(text)?.[1] ?? '';
  const bare = text.replace(CALL_SCHEME, '');
  if (bare.includes('/')) return undefined;
  const [user = '', atHost, more] = bare.split('@');
  if (more !== undefined) return undefined;
  if (atHost === undefined) return readName(user, scheme);
  const [, host, port = ''] = HOST_TEXT.exec(atHost) ?? [];
  if (host === undefined || /[;?\s]/.test(user)) return undefined;
  return { kind: 'user', scheme, host: plainHost(host), port, user };
}

/** What leads a name without a host to one: an escaped `@` and headers. */
const LEADS_AWAY = /[?%]/;

function readName(text: string, scheme: string): Address | undefined {
  const [, name = ''] = LEADS_AWAY.test(text) ? [] : (NAME_TEXT.exec(text) ?? []);
  if (name === '') return undefined;
  const [, ipv4, ipv4Port = '', ipv4Rest = ''] = IPV4.exec(name) ?? [];
  if (ipv4 !== undefined) return { kind: 'ip', scheme, host: ipv4, port: ipv4Port, user: ipv4Rest };
  const [, inBrackets, ipv6Port = '', ipv6, ipv6Rest = ''] = IPV6.exec(name) ?? [];
  const host6 = inBrackets ?? ipv6;
  if (host6 !== undefined)
    return { kind: 'ip', scheme, host: plainHost(`[${host6}]`), port: ipv6Port, user: ipv6Rest };
  if (isNumericIp(name)) return { kind: 'ip', scheme, host: name, port: '', user: '' };
  if (!/[.:]/.test(name)) return { kind: 'name', scheme, user: name };
  const [, host, port = ''] = HOST_TEXT.exec(name) ?? [];
  return host === undefined ? undefined : { kind: 'host', scheme, host: plainHost(host), port, user: '' };
}

/** Steps out of a folder, as written, as escapes, and as escapes of escapes. */
function leavesFolder(path: string): boolean {
  let plain = path;
  for (let round = 0; round < MAX_ROUNDS && plain.includes('%'); round += 1)
    plain = plain.replace(/%(2e|2f|5c|25)/g, (_, code: string) => SIGNS[code] ?? '');
  return /[/\\]\.{1,2}(?:[/\\;?#]|$)/.test(plain);
}

const MAX_ROUNDS = 8;
const SIGNS: Readonly<Record<string, string>> = { '2e': '.', '2f': '/', '5c': '\\', '25': '%' };

/** One way to write a host: letters as DNS has them, and IPv6 at its shortest. */
const plainHost = (host: string): string =>
  host.startsWith('[')
    ? asciiHost(host)
    : host
        .split('.')
        .map((label) => (/[^\0-\x7f]/.test(label) ? asciiHost(label) : label))
        .join('.');

const asciiHost = (host: string): string =>
  !host.includes('*') && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : host;

/** Up to four numbers, decimal, octal or hexadecimal, as `inet_aton` reads them; then a port or a suffix. */
const NUMBERS = /^((?:0x[\da-f]+|\d+)(?:\.(?:0x[\da-f]+|\d+)){0,3})\.?(?![\da-z._+*-])/;
/** Lower numbers are addresses of no host, so short extensions such as `1001` stay names. */
const FIRST_HOST = 2 ** 24;

/** Whether a name is an IPv4 address in one of its other forms: `167772165`, `0xa000005`, `012.5`, `10.1`. */
export function isNumericIp(name: string): boolean {
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
