/**
 * Whom an administrator's list lets a user dial. Destinations are compared part by part, as a node reads
 * them: a host that the list does not name must not pass by standing in a user name, a parameter or a path.
 */

/** A destination or a pattern of the list: an address with or without a host, or a URL of a stream. */
type Address = { kind: 'user'; parts: [string] } | { kind: 'host' | 'url'; parts: [string, string] };

/** Schemes that change nothing about who is called. */
const CALL_SCHEME = /^(?:sips?|h323|mssip|tel|callto):/i;

/** Text that two readers can read as two addresses. */
const UNCLEAR = /[\p{Cc}\u2028\u2029\\]/u;

/** Reads a destination or a pattern. `undefined` for text that is not plainly one address. */
function readAddress(given: string): Address | undefined {
  const text = given.trim().normalize('NFKC').toLowerCase();
  if (text === '' || UNCLEAR.test(text)) return undefined;
  const [, origin, path] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#@]*)([^@]*)$/.exec(text) ?? [];
  if (origin !== undefined) return { kind: 'url', parts: [origin, path ?? ''] };
  const bare = text.replace(CALL_SCHEME, '');
  if (bare.includes('/')) return undefined;
  const [user = '', host, more] = bare.split('@');
  if (more !== undefined) return undefined;
  if (host === undefined) return user ? { kind: 'user', parts: [user.split(';', 1)[0] ?? ''] } : undefined;
  // Port and parameters say how a host is reached, not which.
  const [name = ''] = host.split(/[;?:]/, 1);
  return name ? { kind: 'host', parts: [user, name] } : undefined;
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
 * Whether an administrator's list lets a destination through; without a list everything may pass. `*` alone
 * lets everything through, and text that is not plainly one address passes only where the list has that very
 * text.
 */
export function isAllowed(destination: string, allow: readonly string[] | undefined): boolean {
  if (!allow) return true;
  const address = readAddress(destination);
  return allow.some((entry) => {
    if (entry.trim() === '*' || entry.trim() === destination.trim()) return true;
    const pattern = address && readAddress(entry);
    return (
      pattern?.kind === address?.kind &&
      address?.parts.every((part, at) => matches(pattern?.parts[at] ?? '', part)) === true
    );
  });
}
