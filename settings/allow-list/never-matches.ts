import { readAddress } from './read-address';

const MAX_PORT = 65_535;
const MAX_OCTET = 255;

/** A number is dialed without what stands between its digits. */
const SPACED_NUMBER = /^\+?[\d*]+(?:[\s()-]+[\d*]+)+$/;

/**
 * Whether a pattern of an allow-list is for no destination at all, which only a mistake can be. Text without
 * `*` that isn’t a plain address isn’t a mistake: it allows itself.
 */
export function neverMatches(entry: string): boolean {
  const written = entry.trim();
  if (written === '*') return false;
  const pattern = readAddress(written);
  if (!pattern) return written === '' || written.includes('*');
  if (pattern.kind === 'name') return SPACED_NUMBER.test(pattern.user);
  const { kind, host, port } = pattern;
  const isOverflown =
    kind === 'ip' && host.split('.').some((part) => isAbove(part, MAX_OCTET) && part !== host);
  const isNobody = kind === 'user' && pattern.user === '';
  return isNobody || isOverflown || isAbove(port, MAX_PORT) || host.includes('..');
}

const isAbove = (digits: string, max: number): boolean => /^\d+$/.test(digits) && Number(digits) > max;
