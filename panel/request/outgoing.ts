import type { Settings } from '../../settings/settings';
import type { Detected } from './detect/detected';
import type { Draft } from './draft';

/** What counts where neither the person nor the destination says otherwise. */
export type DialDefaults = Pick<Settings, 'protocol' | 'role'>;

/**
 * Puts what was detected into the draft, wherever the person has not decided otherwise, and the defaults into
 * what is open then. With `exact` the destination goes as it stands.
 */
export function outgoing(
  draft: Draft,
  found: Detected | undefined,
  { protocol, role }: DialDefaults,
  exact = false,
): Draft {
  const named = found && found.protocol !== 'auto' ? found.protocol : protocol;
  const complete = { ...draft, protocol: draft.protocol || named, role: draft.role || role };
  if (!found || exact) return complete;
  return {
    ...complete,
    destination: found.destination || draft.destination.trim(),
    dtmf_sequence: draft.dtmf_sequence || (found.tones ?? ''),
  };
}
