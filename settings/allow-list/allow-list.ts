import { type Address, isNumericIp, readAddress } from './read-address';

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
    return pattern !== undefined && covers(pattern, address);
  });
}

/** Whether a pattern names an address: only what is of one kind can be compared. */
function covers(pattern: Address, address: Address | undefined): boolean {
  if (!address) return false;
  if (pattern.kind === 'url' && address.kind === 'url')
    return (
      pattern.scheme === address.scheme && coversHost(pattern, address) && matches(pattern.path, address.path)
    );
  if (pattern.kind === 'url' || address.kind === 'url' || pattern.kind !== address.kind) return false;
  if (!isSameScheme(pattern.scheme, address.scheme) || !matches(pattern.user, address.user)) return false;
  return pattern.kind === 'name' || address.kind === 'name' || coversHost(pattern, address);
}

type HostPort = { host: string; port: string };

/** A pattern without a port is for all ports of its host. */
const coversHost = (pattern: HostPort, { host, port }: HostPort): boolean =>
  (pattern.port === '' || matches(pattern.port, port)) && matchesHost(pattern.host, host);

/**
 * The end of a name decides whose host it is, so `*` there stands for that one label: `meet.*` is not for
 * `meet.evil.test`. In numbers the beginning decides.
 */
function matchesHost(pattern: string, host: string): boolean {
  if (pattern === '*' || isIp(host)) return matches(pattern, host);
  const [patternDot, hostDot] = [pattern.lastIndexOf('.'), host.lastIndexOf('.')];
  return (
    matches(pattern.slice(patternDot + 1), host.slice(hostDot + 1)) &&
    matches(pattern.slice(0, patternDot + 1), host.slice(0, hostDot + 1))
  );
}

const isIp = (host: string): boolean =>
  host.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || isNumericIp(host);

/** `sips:` asks for encryption. Other schemes are taken off a destination before it is dialed. */
const isSameScheme = (pattern: string, scheme: string): boolean =>
  pattern === '' ||
  pattern === scheme ||
  (pattern === 'sip' && scheme === 'sips') ||
  (pattern !== 'sips' && scheme === '') ||
  (/^(?:tel|callto)$/.test(pattern) && /^(?:tel|callto)$/.test(scheme));

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
