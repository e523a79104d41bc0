import { CONFIRM_STRINGS } from '../../../strings/confirm';
import type { There } from './already-there';
import type { ConcernSettings } from './concern';
import { concernsOf } from './concerns';

/** A question before a call, and the reasons for it. */
type Doubts = { text: string; details: readonly string[]; isAgain: boolean };

/**
 * Returns what to ask before these destinations are dialed; `undefined` for nothing. `live` are calls to the
 * same parties that are not over.
 */
export async function doubtsAbout(
  destinations: readonly string[],
  there: readonly There[],
  settings: ConcernSettings,
): Promise<Doubts | undefined> {
  const concerns = await concernsOf(destinations, settings);
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
