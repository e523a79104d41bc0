import { signal } from '@preact/signals';
import { vi } from 'vitest';
import type { Target } from '../../../../panel/lists/lines';
import { type ListRun, startRun } from '../../../../panel/lists/run';
import { createPress } from '../../../../panel/request/guard/guard';
import type { Call, CallState, Meeting } from '../../../../protocol/meeting';
import { aCall, aMeeting, START } from '../fixture';

export const target = (destination: string): Target => ({
  name: destination,
  request: { destination, role: 'GUEST', protocol: 'auto' },
});
export const MEETING = aMeeting();
export const meetings = signal<readonly Meeting[]>([MEETING]);
export const refused = signal<readonly string[]>([]);
export const calls = signal<readonly Call[] | undefined>([]);
export const placed: string[] = [];
export const places: string[] = [];
export const hungUp: string[] = [];
/** What is in the way of the next call. */
export const dialer = { waitMs: 0, isInMeeting: true };
export let run: ListRun | undefined;

/** Begins a test in which nobody has been called yet; returns what ends it. */
export function beginRun() {
  vi.useFakeTimers({ now: START });
  calls.value = [];
  refused.value = [];
  meetings.value = [MEETING];
  placed.length = 0;
  places.length = 0;
  hungUp.length = 0;
  dialer.waitMs = 0;
  dialer.isInMeeting = true;
  return () => {
    run?.dispose();
    vi.useRealTimers();
  };
}

/** Placing takes its time: what follows from the last step has happened after this. */
export const pass = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);
/** Starts the list that the functions of this file act on. */
export const start = async (targets: readonly Target[], atATime = 1): Promise<ListRun> => {
  run = startRun(targets, atATime, {
    calls,
    refused,
    press: createPress(MEETING, meetings),
    noAnswerAfterMs: signal(60_000),
    now: Date.now,
    placeCall: async ({ destination }, { page, meeting, load }) => {
      if (!dialer.isInMeeting) return undefined;
      places.push(`${page} ${meeting} ${load}`);
      if (dialer.waitMs > 0) return { waitMs: dialer.waitMs };
      placed.push(destination);
      calls.value = [aCall(destination, { startedAt: Date.now() }), ...(calls.value ?? [])];
      return { call: `call-${destination}` };
    },
    refusal: ({ destination }) => (destination === 'forbidden' ? 'Not allowed.' : undefined),
    hangUp: ({ id }) => hungUp.push(id),
  });
  await pass();
  return run;
};
/** Puts the call to a destination into a state. */
export const become = (destination: string, state: CallState, over: Partial<Call> = {}) => {
  calls.value = calls.value?.map((call) =>
    call.request.destination === destination ? { ...call, state, ...over } : call,
  );
};
export const join = (destination: string) => become(destination, { name: 'joined', at: Date.now() });
export const outcomes = () => run?.rows.value.map(({ result }) => result.outcome);
