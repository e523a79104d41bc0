import type { DialRequest } from '../../../protocol/dial-fields';
import type { Call } from '../../../protocol/meeting';

/** Whether somebody may be in the meeting, or come into it, by this call. */
const isLive = ({ state: { name } }: Call) => !/left|failed|cancelled|unknown/.test(name);

/** Returns the calls to the same party that are not over. Other tones can lead to somebody else. */
export const liveTo = ({ destination, dtmf_sequence }: DialRequest, calls: readonly Call[]): Call[] =>
  calls.filter(
    (call) =>
      isLive(call) &&
      call.request.destination.toLowerCase() === destination.toLowerCase() &&
      call.request.dtmf_sequence === dtmf_sequence,
  );
