import type { PickedFile } from './file-field';

/** The memory of all panels together holds ten times as many. */
const MAX_KEPT = 1_000_000;

/** What is kept of a file for the next panel; `undefined` if it is too large. */
export function keptFile({ name, text, decoded, bytes }: PickedFile): unknown {
  if (text === undefined || text.length > MAX_KEPT) return undefined;
  // The user may want it in another encoding yet.
  const isAssumed = decoded?.isAssumed && bytes;
  return { name, text, ...(isAssumed && { encoding: decoded.encoding, bytes: asBase64(bytes) }) };
}

/** Reads a file that was kept for this panel. */
export function readKeptFile(kept: unknown): PickedFile | undefined {
  const { name, text, encoding, bytes } = Object(kept);
  if (typeof name !== 'string' || typeof text !== 'string') return undefined;
  if (typeof encoding !== 'string' || typeof bytes !== 'string') return { name, text };
  return { name, text, decoded: { text, encoding, isAssumed: true }, bytes: fromBase64(bytes) };
}

// Stores of browsers hold JSON.

const asBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
