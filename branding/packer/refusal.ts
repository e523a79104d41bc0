import type { Result } from '../../protocol/result';

/** Why an archive is not taken; tests and callers tell the cases apart by this, people by the message. */
export type RefusalReason =
  | 'not-a-zip'
  | 'damaged'
  | 'unsupported'
  | 'encrypted'
  | 'unsafe-name'
  | 'duplicate-name'
  | 'bomb'
  | 'no-manifest'
  | 'two-manifests'
  | 'broken-json'
  | 'not-a-branding'
  | 'plugin-clash';

interface Refusal {
  reason: RefusalReason;
  /** What is wrong and how to mend it, in whole sentences. */
  message: string;
}

export type Attempt<T> = Result<T, Refusal>;

/** A failed attempt, with its reason and its message. */
export const refuse = (reason: RefusalReason, message: string): { ok: false; error: Refusal } => ({
  ok: false,
  error: { reason, message },
});
