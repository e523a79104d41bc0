import type { Detected } from './detected';

/** Names and addresses in which there is nothing to detect, such as most that are typed by hand. */
const PLAIN = /^[a-z](?:[\w+-]*|[\w.+-]*@[a-z][\w-]*(?:\.[\w-]+)*)$/i;

/**
 * Recognizes an address that is just that, so that its detection costs nothing; `undefined` for any other.
 */
export function readPlain(typed: string): Detected | undefined {
  const text = typed.trim();
  const isPlain = PLAIN.test(text) && !/\.onmicrosoft\.com$/i.test(text);
  return isPlain ? { kind: 'address', protocol: 'auto', destination: text, notes: [] } : undefined;
}
