import type { Call } from '../../../protocol/meeting';
import { CONFIRM_STRINGS } from '../../../strings/confirm';
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
  live: readonly Call[],
  settings: ConcernSettings,
): Promise<Doubts | undefined> {
  const concerns = await concernsOf(destinations, settings);
  if (concerns.size + live.length === 0) return undefined;
  const details = [
    ...live.map(whereIs),
    ...[...concerns].map(([to, concern]) => CONFIRM_STRINGS.concern[concern](to)),
  ];
  const text = live.length > 0 ? CONFIRM_STRINGS.again : CONFIRM_STRINGS.question(concerns.size);
  return { text, details: [...new Set(details)], isAgain: live.length > 0 };
}

function whereIs({ state, displayName, request }: Call): string {
  const name = displayName || request.remote_display_name || request.destination;
  return CONFIRM_STRINGS.inCall[state.name === 'joined' ? 'joined' : 'calling'](name);
}
