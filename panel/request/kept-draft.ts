import { DIAL_FIELDS } from '../../protocol/dial-fields';
import type { Draft } from './draft';

/** A form that dials, or that is saved as a preset, as it was typed. */
export type KeptDraft = { draft: Draft; isExact: boolean };

/** Reads a draft that was kept for the next panel. */
export function readDraft(kept: unknown): KeptDraft | undefined {
  const { draft, isExact } = Object(kept);
  const texts = DIAL_FIELDS.map((field) => [field, Object(draft)[field]] as const);
  if (!texts.every(([, text]) => typeof text === 'string')) return undefined;
  return { draft: Object.fromEntries(texts) as Draft, isExact: isExact === true };
}
