import { CONFIRM_STRINGS } from '../../../strings/confirm';
import type { There } from './already-there';
import type { ConcernSettings, Dialed } from './concern';
import { concernsOf } from './concerns';

/** A question before a call, and the reasons for it. */
type Doubts = { text: string; details: readonly string[]; isAgain: boolean };

/**
 * Returns what to ask before these requests are dialed; `undefined` for nothing. `live` are calls to the
 * same parties that are not over.
 */
export async function doubtsAbout(
  requests: readonly Dialed[],
  there: readonly There[],
  settings: ConcernSettings,
): Promise<Doubts | undefined> {
  const concerns = await concernsOf(requests.map(calledBy), settings);
  if (concerns.size + there.length === 0) return undefined;
  const details = [
    ...there.map(whereIs),
    ...[...concerns].map(([to, concern]) => CONFIRM_STRINGS.concern[concern](to)),
  ];
  const text = there.length > 0 ? CONFIRM_STRINGS.again : CONFIRM_STRINGS.question(concerns.size);
  return { text, details: [...new Set(details)], isAgain: there.length > 0 };
}

const whereIs = ({ name, isJoined }: There): string =>
  CONFIRM_STRINGS.inCall[isJoined ? 'joined' : 'calling'](name);

/**
 * Returns the whole of what is called. The form reads `0,0047…` as the number 0 and tones, but a line that
 * the 0 leads to takes them for a number.
 */
function calledBy({ destination, dtmf_sequence: tones }: Dialed): string {
  const [, short, rest = ''] = (tones && /^([\d*#]{1,5})(@.*)?$/.exec(destination)) || [];
  return short === undefined ? destination : `${short},${tones}${rest}`;
}
