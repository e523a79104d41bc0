import type { Detected } from '../detect/detected';
import type { Draft } from '../draft';

/** What a person decided by hand, against which no detection counts. */
export type Choices = {
  /** The protocol was chosen. */
  protocol: boolean;
  /** Everything is to be sent as it stands in the form. */
  exact: boolean;
};

export const NO_CHOICES: Choices = { protocol: false, exact: false };

/** Whether this is something that no protocol can call, and nobody insisted. */
export const isUndialable = (found: Detected | undefined, choices: Choices): found is Detected =>
  found !== undefined && found.destination === '' && !choices.protocol && !choices.exact;

/** Puts what was detected into the draft, wherever the person has not decided otherwise. */
export function outgoing(draft: Draft, found: Detected | undefined, choices: Choices): Draft {
  if (!found || choices.exact) return draft;
  return {
    ...draft,
    destination: found.destination || draft.destination.trim(),
    protocol: choices.protocol ? draft.protocol : found.protocol,
    dtmf_sequence: draft.dtmf_sequence || (found.tones ?? ''),
  };
}
