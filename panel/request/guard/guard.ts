import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Policy } from '../../../settings/policy';
import type { Settings } from '../../../settings/settings';
import type { StorageArea } from '../../../settings/storage/area';
import { GUARD_STRINGS } from '../../../strings/guard';
import type { Press } from '../press';
import { concernsOf } from './concerns';
import type { Rate } from './rate';

/** A question that waits for its answer, in a dialog: whether to dial into this meeting. */
export type Question = {
  text: string;
  meeting: string | undefined;
  details: readonly string[];
  answer(yes: boolean): void;
};

/** `gone`: the meeting was not there any more before there was an answer. */
export type Answer = 'yes' | 'no' | 'gone';

/** Stands between a wish to dial and the call. */
export interface Guard {
  readonly question: ReadonlySignal<Question | undefined>;
  /** Why a destination may not be dialled at all; `undefined` if it may. */
  refusal(destination: string): string | undefined;
  /** How long until the limit lets another call through, in milliseconds; 0 for at once. */
  waitMs(): Promise<number>;
  /** Takes room for one call within the limit, right before it is placed: 0, or how long to wait. */
  reserve(): Promise<number>;
  /** Asks, where the settings want it, for as long as the meeting of the press, if there is one, is there. */
  confirm(destinations: readonly string[], press: Press | undefined): Promise<Answer>;
}

/**
 * Makes the guard, which counts calls in `counted`. Questions that are open when `stop` aborts are answered
 * with no.
 */
export function createGuard(
  settings: ReadonlySignal<Settings>,
  policy: ReadonlySignal<Policy>,
  counted: StorageArea,
  now: () => number,
  stop: AbortSignal,
): Guard {
  const question = signal<Question>();
  // Not needed to show the panel, and there before anybody has typed a destination.
  let isAllowed: typeof import('./allow-list').isAllowed | undefined;
  void import('./allow-list').then((module) => {
    isAllowed = module.isAllowed;
  });
  const rate = import('./rate').then(({ createRate }): Rate => createRate(counted, now));
  stop.addEventListener('abort', () => question.peek()?.answer(false), { once: true });

  const ask = (text: string, details: readonly string[], press: Press | undefined) =>
    new Promise<Answer>((resolve) => {
      question.peek()?.answer(false);
      const end = (answer: Answer) => {
        question.value = undefined;
        unfollow.abort();
        resolve(answer);
      };
      const unfollow = new AbortController();
      question.value = { text, meeting: press?.name, details, answer: (yes) => end(yes ? 'yes' : 'no') };
      const dispose = effect(() => {
        if (isGone(press)) end('gone');
      });
      unfollow.signal.addEventListener('abort', dispose);
      if (unfollow.signal.aborted) dispose();
    });

  return {
    question,
    refusal(destination) {
      const { allow } = policy.peek();
      // Until the rules are loaded, a list lets nobody through.
      return !allow || isAllowed?.(destination, allow) ? undefined : GUARD_STRINGS.notAllowed;
    },
    waitMs: async () => (await rate).waitMs(settings.peek().perMinute),
    reserve: async () => (await rate).reserve(settings.peek().perMinute),
    async confirm(destinations, press) {
      const { region, confirmPremium: premium, confirmForeign: foreign } = settings.peek();
      const concerns = await concernsOf(destinations, { region, premium, foreign });
      if (concerns.size === 0) return isGone(press) ? 'gone' : 'yes';
      const details = [...concerns].map(([to, concern]) => GUARD_STRINGS.concern[concern](to));
      return ask(GUARD_STRINGS.question(concerns.size), details, press);
    },
  };
}

const isGone = (press: Press | undefined): boolean => press !== undefined && press.presence.value !== 'here';
