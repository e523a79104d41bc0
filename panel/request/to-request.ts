import type { DialRequest } from '../../protocol/dial-fields';
import type { Result } from '../../protocol/result';
import type { Detected } from './detect/detected';
import { checkDraft, type Draft, type FieldErrors } from './draft';
import { type DialDefaults, outgoing } from './outgoing';

/**
 * Turns what was typed, and what it was found to be, into a request; or says what is wrong with which field.
 * A destination that cannot be dialed is refused unless a protocol was chosen for it, or it is `exact`.
 */
export function toRequest(
  draft: Draft,
  found: Detected | undefined,
  defaults: DialDefaults,
  exact = false,
): Result<DialRequest, FieldErrors> {
  const isRefused = found?.destination === '' && !draft.protocol && !exact;
  return isRefused
    ? { ok: false, error: { destination: found.refusal } }
    : checkDraft(outgoing(draft, found, defaults, exact));
}
