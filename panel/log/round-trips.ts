import type { LogLine } from './entry';
import { payloadOf } from './entry';

/** Which messages answer which. A message may be an answer and a question. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  'dial-out-success': ['dial-out'],
  'dial-out-error': ['dial-out'],
  'hang-up-error': ['hang-up'],
  message: ['send-message'],
  'message-error': ['send-message'],
  ready: ['hello'],
  'button-state': ['toggle-chat-button-state', 'toggle-chat-badge'],
  'toggle-chat-button-state': ['toggle-chat'],
  'chat-state': ['toggle-chat'],
};
const QUESTIONS = new Set(Object.values(ANSWERS).flat());

/** More questions than these are not waited for; the oldest is forgotten. */
const MAX_OPEN = 512;

/**
 * Finds what answers what, by `requestId` where both have one. An answer without it belongs to the only open
 * question of its kind in that meeting; where there are several, nobody can tell.
 */
export function createRoundTrips(): { timeOf(entry: Omit<LogLine, 'roundTrip'>): number | undefined } {
  type Question = { key: string; requestId: string | undefined; clock: number };
  let open: Question[] = [];

  const keyOf = ({ page, meeting = '' }: Omit<LogLine, 'roundTrip'>, name: string) =>
    `${page} ${name} ${name === 'hello' ? '' : meeting}`;

  function removeAnswered(
    entry: Omit<LogLine, 'roundTrip'>,
    requestId: string | undefined,
  ): number | undefined {
    const keys = (ANSWERS[entry.name] ?? []).map((name) => keyOf(entry, name));
    const asked = open.filter(({ key }) => keys.includes(key));
    const named = requestId === undefined ? undefined : asked.find((each) => each.requestId === requestId);
    const anonymous = asked.filter((each) => requestId === undefined || each.requestId === undefined);
    const found = named ?? (anonymous.length === 1 ? anonymous[0] : undefined);
    if (!found) return undefined;
    open = open.filter((each) => each !== found);
    return entry.clock - found.clock;
  }

  return {
    timeOf(entry) {
      if (entry.verdict !== 'accepted' && entry.verdict !== 'sent') return undefined;
      const isAnswer = Object.hasOwn(ANSWERS, entry.name);
      const isQuestion = QUESTIONS.has(entry.name);
      if (!isAnswer && !isQuestion) return undefined;
      const given: unknown = Reflect.get(Object(payloadOf(entry)), 'requestId');
      const requestId = typeof given === 'string' ? given : undefined;
      const time = isAnswer ? removeAnswered(entry, requestId) : undefined;
      if (isQuestion) {
        const key = keyOf(entry, entry.name);
        // Who asks the same once more without a name waits for one answer.
        if (requestId === undefined)
          open = open.filter((each) => each.key !== key || each.requestId !== undefined);
        open.push({ key, requestId, clock: entry.clock });
        if (open.length > MAX_OPEN) open.shift();
      }
      return time;
    },
  };
}
