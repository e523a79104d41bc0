import { expect } from 'vitest';
import { mergePlugin } from '../../../../../branding/packer/branding/merge';
import type { RefusalReason } from '../../../../../branding/packer/refusal';
import { PLUGIN } from './bundle';
import { type RawEntry, type RawZip, rawZip } from './raw-zip';

/** A ZIP that must not be taken, and why. */
export interface Scenario {
  name: string;
  zip: Uint8Array;
  reason: RefusalReason;
  /** What the message has to say. */
  words: string;
}

export const MANIFEST: RawEntry = {
  name: 'webapp3/branding/manifest.json',
  content: '{"version": 0, "plugins": []}',
};

/** A good branding with one entry more. */
export const withEntry = (entry: RawEntry, options?: RawZip) => rawZip([MANIFEST, entry], options);

/** Holds a ZIP to being refused, in words, and to being left as it is. */
export function expectRefused({ zip, reason, words }: Scenario): void {
  const before = Buffer.from(zip);
  const merged = mergePlugin(zip, PLUGIN);
  expect(merged).toEqual({ ok: false, error: { reason, message: expect.stringContaining(words) } });
  // Whole sentences: the fault and the remedy.
  expect(!merged.ok && merged.error.message).toMatch(/^.+[.?]$/);
  expect(Buffer.compare(before, zip)).toBe(0);
}
