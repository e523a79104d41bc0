import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Meeting } from '../../../protocol/meeting';
import { isThere, meetingRefOf } from '../../../protocol/panel-requests';
import type { Policy } from '../../../settings/policy';
import type { Settings } from '../../../settings/settings';
import type { StorageArea } from '../../../settings/storage/area';
import { GUARD_STRINGS } from '../../../strings/guard';
import { nameMeeting } from '../meeting/name-meeting';
import type { There } from './already-there';
import type { Dialed } from './concern';
import type { GuardAnswer, Press, Question } from './question';
import type { Rate } from './rate';

export type { Press, Question } from './question';

/** Stands between a wish to dial and the call. */
export interface Guard {
  readonly question: ReadonlySignal<Question | undefined>;
  /** Why a request may not be dialed at all; `undefined` if it may. */
  refusal(dialed: Dialed): string | undefined;
  /** How long until the limit lets another call through, in milliseconds; 0 for at once. */
  waitMs(): Promise<number>;
  /** Takes room for one call within the limit, right before it is placed: 0, or how long to wait. */
  reserve(): Promise<number>;
  /**
   * Asks, where the settings want it, or where some of them are in the meeting already, for as long as the
   * meeting of the press, if there is one, is there.
   */
  confirm(
    requests: readonly Dialed[],
    press: Press | undefined,
    there?: readonly There[],
  ): Promise<GuardAnswer>;
}

/** Captures the meeting of a press; `meetings` are those of the page in front, whichever that is. */
export function createPress(pressed: Meeting, meetings: ReadonlySignal<readonly Meeting[]>): Press {
  const target = signal(meetingRefOf(pressed));
  const current = computed(() =>
    meetings.value.find(({ page, id }) => page === pressed.page && id === pressed.id),
  );
  const seen = meetings.peek();
  return {
    get name() {
      return nameMeeting(seen, pressed);
    },
    target,
    presence: computed(() => {
      const meeting = current.value;
      if (!meeting?.present || meeting.plugin.name !== 'ready') return 'away';
      return isThere(target.value, meeting) ? 'here' : 'reloaded';
    }),
    renew() {
      const meeting = current.peek();
      if (meeting) target.value = meetingRefOf(meeting);
    },
  };
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
  const rate = import('./rate').then(({ createRate }): Rate => createRate(counted, now));
  stop.addEventListener('abort', () => question.peek()?.answer(false), { once: true });

  return {
    question,
    refusal({ destination, presentation_url }) {
      const isRefused = (to: string) => policy.value.allows?.(to) === false;
      const isAny = isRefused(destination) || (presentation_url ? isRefused(presentation_url) : false);
      return isAny ? GUARD_STRINGS.notAllowed : undefined;
    },
    waitMs: async () => (await rate).waitMs(settings.peek().perMinute),
    reserve: async () => (await rate).reserve(settings.peek().perMinute),
    async confirm(requests, press, there = []) {
      const { region, confirmPremium: premium, confirmForeign: foreign } = settings.peek();
      if (there.length > 0 || premium || foreign) {
        const { askAbout } = await import('./doubts');
        const answer = await askAbout(requests, there, { region, premium, foreign }, press, question);
        if (answer) return answer;
      }
      return press && press.presence.value !== 'here' ? 'gone' : 'yes';
    },
  };
}
