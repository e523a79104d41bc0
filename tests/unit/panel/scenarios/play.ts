import { signal } from '@preact/signals';
import { afterEach, beforeEach, vi } from 'vitest';
import type { ScenarioNeeds } from '../../../../panel/scenarios/perform';
import { readScenario } from '../../../../panel/scenarios/read';
import type { ReceivedMessage } from '../../../../panel/scenarios/received';
import { startScenario } from '../../../../panel/scenarios/run';
import type { Call, CallState, Meeting } from '../../../../protocol/meeting';
import type { Participant } from '../../../../protocol/people';
import { aCall, aMeeting, START } from '../fixture';

/** Has each test of a file begin at the same moment, on a clock that it moves by itself. */
export function useFakeClock(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: START });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

/** A meeting that does only what the test makes it do, and a scenario that runs in it. */
export function play(
  steps: object[],
  {
    meeting: first = inMeeting(),
    ...over
  }: Partial<ScenarioNeeds> & { meeting?: ScenarioNeeds['meeting'] } = {},
) {
  const read = readScenario(JSON.stringify({ version: 1, name: 'A test', steps }));
  if (!read.ok) throw new Error(read.error.join('\n'));
  const did: string[] = [];
  let hear: (message: ReceivedMessage) => void = () => {};
  const meeting = first as ReturnType<typeof signal<Meeting | undefined>>;
  const people = signal<ReadonlyMap<string, Participant>>();
  const run = startScenario(read.value, () => ({
    meeting,
    noAnswerAfterMs: signal(60_000),
    now: Date.now,
    listen: (listener) => {
      hear = listener;
    },
    send: (message, payload) => void did.push(`say ${message} ${JSON.stringify(payload)}`),
    setChat: (active) => void did.push(`chat ${active}`),
    setBadge: (visible) => void did.push(`badge ${visible}`),
    reload: () => void did.push('reload'),
    placeCall: async ({ destination }) => {
      did.push(`dial ${destination}`);
      return { call: `call-${destination}` };
    },
    hangUp: (call) => void did.push(`hang up ${call}`),
    refusal: () => undefined,
    reserve: async () => 0,
    followPeople: () => people,
    act: ({ requestId: _, ...action }) => void did.push(`act ${JSON.stringify(action)}`),
    refused: signal([]),
    ...over,
  }));
  return {
    run,
    did,
    /** What is so in the meeting now. */
    now: (change: Partial<Meeting>) => {
      meeting.value = { ...(meeting.value ?? aMeeting()), ...change };
      return settled();
    },
    /** Who is in the meeting now. */
    roster: (...all: Participant[]) => {
      people.value = new Map(all.map((person) => [person.uuid, person]));
      return settled();
    },
    gone: () => {
      meeting.value = undefined;
      return settled();
    },
    call: (state: CallState, over: Partial<Call> = {}) => {
      const call = aCall('a@example.com', { state, ...over });
      meeting.value = { ...(meeting.value ?? aMeeting()), calls: [call] };
      return settled();
    },
    hear: (
      name: string,
      payload: ReceivedMessage['payload'] = {},
      from: ReceivedMessage['from'] = 'plugin',
      id = 'm1',
      at = Date.now(),
    ) => {
      hear({ at, from, meeting: id, name, payload });
      return settled();
    },
    outcomes: () => run.reports.value.map(({ outcome }) => outcome).join(' '),
    detail: () => run.reports.value.map(({ detail }) => detail).join(''),
  };
}

export const inMeeting = (over: Partial<Meeting> = {}) =>
  signal<Meeting | undefined>(
    aMeeting({
      address: 'https://meet.example.com/webapp3/m/qa',
      plugin: { name: 'ready', inMeeting: true, features: ['request-id', 'hang-up'] },
      ...over,
    }),
  );

export const settled = () => vi.advanceTimersByTimeAsync(0);
export const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

export const chatOn = { name: 'On', do: 'set-chat', active: true };
export const dial = {
  name: 'Dial',
  do: 'dial',
  request: { role: 'GUEST', destination: 'a@example.com', protocol: 'sip' },
};
export const at = START;
export const expectCall = (state: string, more = {}) => ({ name: state, do: 'expect-call', state, ...more });
export const expectMessage = (message: string, more = {}) => ({
  name: message,
  do: 'expect-message',
  message,
  ...more,
});
