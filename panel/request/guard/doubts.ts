import { effect, type Signal } from '@preact/signals';
import { CONFIRM_STRINGS } from '../../../strings/confirm';
import type { There } from './already-there';
import type { ConcernSettings, Dialed } from './concern';
import { concernsOf } from './concerns';
import type { GuardAnswer, Press, Question } from './question';

/** A question before a call, and the reasons for it. */
type Doubts = { text: string; details: readonly string[]; isAgain: boolean };

/**
 * Asks in `question` about these requests, for as long as the meeting of the press, if there is one, is
 * there; `undefined` if nothing is to be asked. `live` are calls to the same parties that are not over.
 */
export async function askAbout(
  requests: readonly Dialed[],
  live: readonly There[],
  settings: ConcernSettings,
  press: Press | undefined,
  question: Signal<Question | undefined>,
): Promise<GuardAnswer | undefined> {
  const doubts = await doubtsAbout(requests, live, settings);
  if (!doubts) return undefined;
  return new Promise<GuardAnswer>((resolve) => {
    question.peek()?.answer(false);
    const unfollow = new AbortController();
    const end = (answer: GuardAnswer) => {
      // Its dialog closes after the answer, and may find the next question here.
      if (question.peek() === asked) question.value = undefined;
      unfollow.abort();
      resolve(answer);
    };
    const asked: Question = { ...doubts, meeting: press?.name, answer: (yes) => end(yes ? 'yes' : 'no') };
    question.value = asked;
    const dispose = effect(() => {
      if (press && press.presence.value !== 'here') end('gone');
    });
    unfollow.signal.addEventListener('abort', dispose);
    if (unfollow.signal.aborted) dispose();
  });
}

/**
 * Returns what to ask before these requests are dialed; `undefined` for nothing. `there` are calls to the
 * same parties that are not over.
 */
async function doubtsAbout(
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
