import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readScenario } from '../../../../panel/scenarios/read';
import type { ReceivedMessage } from '../../../../panel/scenarios/received';
import { type RunNeeds, startScenario } from '../../../../panel/scenarios/run';
import type { Call, CallState, Meeting } from '../../../../protocol/meeting';
import { aCall, aMeeting, START } from '../fixture';

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A meeting that does only what the test makes it do, and a scenario that runs in it. */
function play(
  steps: object[],
  { meeting: first = inMeeting(), ...over }: Partial<RunNeeds> & { meeting?: RunNeeds['meeting'] } = {},
) {
  const read = readScenario(JSON.stringify({ version: 1, name: 'A test', steps }));
  if (!read.ok) throw new Error(read.error.join('\n'));
  const did: string[] = [];
  let hear: (message: ReceivedMessage) => void = () => {};
  const meeting = first as ReturnType<typeof signal<Meeting | undefined>>;
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
    verdicts: () => run.reports.value.map(({ outcome }) => outcome).join(' '),
    detail: () => run.reports.value.map(({ detail }) => detail).join(''),
  };
}

const inMeeting = (over: Partial<Meeting> = {}) =>
  signal<Meeting | undefined>(
    aMeeting({
      address: 'https://meet.example.com/webapp3/m/qa',
      plugin: { name: 'ready', inMeeting: true, features: ['request-id', 'hang-up'] },
      ...over,
    }),
  );

const settled = () => vi.advanceTimersByTimeAsync(0);
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

const chatOn = { name: 'On', do: 'set-chat', active: true };
const dial = {
  name: 'Dial',
  do: 'dial',
  request: { role: 'GUEST', destination: 'a@example.com', protocol: 'sip' },
};
const at = START;
const expectCall = (state: string, more = {}) => ({ name: state, do: 'expect-call', state, ...more });
const expectMessage = (message: string, more = {}) => ({
  name: message,
  do: 'expect-message',
  message,
  ...more,
});

describe('a scenario', () => {
  it('does what its steps say, in order, and waits in between', async () => {
    const { run, did, now, hear, verdicts } = play([
      chatOn,
      { name: 'Is on', do: 'expect-chat', active: true },
      { name: 'Greet', do: 'send', message: 'hello' },
      expectMessage('ready', { payload: { features: ['chat'] } }),
      { name: 'Badge', do: 'set-badge', visible: true },
    ]);
    await settled();
    expect(did).toEqual(['chat true']);
    expect(verdicts()).toBe('passed running waiting waiting waiting');
    await now({ chat: true });
    expect(did).toEqual(['chat true', 'say hello {}']);
    await hear('ready', { features: ['dial-out'] });
    expect(verdicts()).toBe('passed passed passed running waiting');
    await hear('ready', { features: ['dial-out', 'chat'] });
    expect(run.state.value).toBe('passed');
    expect(did.at(-1)).toBe('badge true');
  });

  it('fails at the first step that does not hold in time, and skips the rest', async () => {
    const { run, verdicts, detail, did } = play([
      { name: 'Is on', do: 'expect-chat', active: true, within: 3 },
      chatOn,
    ]);
    await pass(2.8);
    expect(run.state.value).toBe('running');
    await pass(0.3);
    expect(run.state.value).toBe('failed');
    expect(verdicts()).toBe('failed skipped');
    expect(detail()).toBe('Waited 3 s, but found: it is off');
    expect(run.reports.value[0]?.seconds).toBeCloseTo(3, 0);
    expect(did).toEqual([]);
  });

  it('waits ten seconds where a step does not say how long', async () => {
    const { run } = play([{ name: 'Is on', do: 'expect-chat', active: true }]);
    await pass(9.8);
    expect(run.state.value).toBe('running');
    await pass(0.3);
    expect(run.state.value).toBe('failed');
  });

  it('fails without side effects when there is no meeting', async () => {
    const { detail, gone, did } = play([{ name: 'S', do: 'expect-status', status: 'no-meeting' }, chatOn]);
    await gone();
    expect(detail()).toMatch(/no meeting with a connected plugin here/);
    expect(did).toEqual([]);
  });

  it('ends when it is stopped, and hangs up what it has dialled', async () => {
    const { run, did, call, verdicts } = play([dial, expectCall('joined')]);
    await settled();
    await call({ name: 'ringing', at });
    run.stop();
    expect(run.state.value).toBe('stopped');
    expect(verdicts()).toBe('passed skipped');
    expect(did).toEqual(['dial a@example.com', 'hang up call-a@example.com']);
    await call({ name: 'joined', at });
    expect(run.state.value).toBe('stopped');
  });
});

describe('scenario messages', () => {
  it('uses messages since the last step that did something, each for one step', async () => {
    const { run, hear, verdicts } = play([
      chatOn,
      expectMessage('ready'),
      expectMessage('ready'),
      chatOn,
      expectMessage('ready', { within: 1 }),
    ]);
    await hear('ready');
    await hear('connected');
    expect(verdicts()).toBe('passed passed running waiting waiting');
    await hear('ready');
    expect(verdicts()).toBe('passed passed passed passed running');
    await pass(1.1);
    expect(run.state.value).toBe('failed');
  });

  it('uses each message for one step only, even when two arrive together', async () => {
    const { hear, verdicts } = play([expectMessage('ready'), expectMessage('ready')]);
    void hear('ready');
    await hear('ready');
    expect(verdicts()).toBe('passed passed');
  });

  it('ignores messages of another meeting, of the other end, or with another payload', async () => {
    const { run, hear, detail } = play([
      expectMessage('toggle-chat-button-state', { payload: { active: true }, within: 2 }),
    ]);
    await hear('toggle-chat-button-state', { active: true }, 'top', 'm2');
    await hear('toggle-chat-button-state', { active: true }, 'plugin');
    await hear('toggle-chat-button-state', { active: false }, 'top');
    expect(run.state.value).toBe('running');
    await pass(2.1);
    expect(detail()).toMatch(/Waited 2 s, .*toggle-chat-button-state \{"active":false\}/);
  });

  it('ignores messages sent before the last action, even if reported late', async () => {
    const { hear, verdicts } = play([chatOn, expectMessage('ready')]);
    await settled();
    await hear('ready', {}, 'plugin', 'm1', START - 3);
    expect(verdicts()).toBe('passed running');
    await hear('ready');
    expect(verdicts()).toBe('passed passed');
  });

  it('accepts messages whose clock is slightly behind the panel’s', async () => {
    const { hear, verdicts } = play([chatOn, expectMessage('ready')]);
    await settled();
    await hear('ready', {}, 'plugin', 'm1', START - 1);
    expect(verdicts()).toBe('passed passed');
  });

  it('matches a message to its call by either id', async () => {
    const { run, call, hear, verdicts } = play([
      dial,
      expectMessage('dial-out-progress', { call: 'call' }),
      expectMessage('dial-out-success', { call: 'call' }),
    ]);
    await settled();
    await call({ name: 'ringing', at }, { uuid: 'u1' });
    await hear('dial-out-progress', { requestId: 'other' });
    expect(verdicts()).toBe('passed running waiting');
    await hear('dial-out-progress', { requestId: 'call-a@example.com' });
    await hear('dial-out-success', { uuid: 'u1' });
    expect(run.state.value).toBe('passed');
  });
});

describe('expect-call', () => {
  it.each<[string, CallState, Partial<Call>]>([
    ['joined', { name: 'joined', at }, {}],
    ['joined', { name: 'left', at }, { joinedAt: at }],
    ['left', { name: 'left', at }, {}],
    ['failed', { name: 'failed', message: 'busy', at }, {}],
    ['unknown', { name: 'unknown', why: 'left', at }, {}],
  ])('are expected to be %s', async (wanted, state, over) => {
    const { run, call } = play([dial, expectCall(wanted)]);
    await settled();
    await call({ name: 'calling', at });
    expect(run.state.value).toBe('running');
    await call(state, over);
    expect(run.state.value).toBe('passed');
  });

  it('fails at once when the call has ended otherwise', async () => {
    const { run, call, detail } = play([dial, expectCall('joined')]);
    await settled();
    await call({ name: 'failed', message: 'busy', at });
    expect(run.state.value).toBe('failed');
    expect(detail()).toBe('failed: busy');
  });

  it('passes when a call fails for the expected reason', async () => {
    const { run, call, detail } = play([dial, expectCall('failed', { reason: 'busy' })]);
    await settled();
    await call({ name: 'failed', message: 'no route', at });
    expect(run.state.value).toBe('failed');
    expect(detail()).toBe('failed: no route');
  });

  it('waits until a call has been unanswered for the given time', async () => {
    const { run, call } = play([dial, expectCall('no-answer', { after: 2 })]);
    await settled();
    await call({ name: 'ringing', at });
    await pass(1.9);
    expect(run.state.value).toBe('running');
    await pass(0.3);
    expect(run.state.value).toBe('passed');
  });

  it('fails on no-answer when the call was answered', async () => {
    const { run, call } = play([dial, expectCall('no-answer', { after: 2 })]);
    await settled();
    await call({ name: 'joined', at }, { joinedAt: at });
    expect(run.state.value).toBe('failed');
  });

  it('places no call when the destination is refused', async () => {
    const { did, detail } = play([dial], { refusal: () => 'Not allowed here.' });
    await settled();
    expect(detail()).toBe('Not allowed here.');
    expect(did).toEqual([]);
  });

  it('waits for the limit of calls per minute', async () => {
    const limits = [2000, 500, 0];
    const { run } = play([dial], {
      placeCall: async () => {
        const waitMs = limits.shift() ?? 0;
        return waitMs > 0 ? { waitMs } : { call: 'late' };
      },
    });
    await pass(1.9);
    expect(limits).toEqual([500, 0]);
    await pass(0.4);
    expect(limits).toEqual([0]);
    expect(run.state.value).toBe('running');
    await pass(0.8);
    expect(run.state.value).toBe('passed');
  });

  it('cannot be hung up by a plugin that has no hang-up', async () => {
    const { detail } = play([dial, { name: 'H', do: 'hang-up' }], {
      meeting: inMeeting({ plugin: { name: 'ready', inMeeting: true, features: [] } }),
    });
    await settled();
    expect(detail()).toMatch(/can’t hang up/);
  });
});

describe('a reload', () => {
  const steps = [{ name: 'Reload', do: 'reload', within: 2 }];
  it('is done when the plugin is gone', async () => {
    const { run, did, now } = play(steps);
    await settled();
    expect(did).toEqual(['reload']);
    expect(run.state.value).toBe('running');
    await now({ plugin: { name: 'waiting' } });
    expect(run.state.value).toBe('passed');
  });

  it('is done when another plugin has spoken in its place', async () => {
    const { run, hear } = play(steps);
    await settled();
    await hear('ready');
    expect(run.state.value).toBe('passed');
  });

  it('fails where the meeting stays the same, and says why that may be', async () => {
    const { run, detail } = play(steps);
    await pass(2.1);
    expect(run.state.value).toBe('failed');
    expect(detail()).toMatch(/meeting wasn’t reloaded/);
  });
});

describe('what a plugin cannot do', () => {
  const announcing = (features: string[], over: Partial<Meeting> = {}, inMeetingNow = false) =>
    inMeeting({ plugin: { name: 'ready', announced: true, inMeeting: inMeetingNow, features }, ...over });
  const V1: string[] = [];
  const V4 = ['chat', 'self', 'roster', 'disconnect'];
  const isInMeeting = { name: 'In', do: 'expect-status', status: 'in-meeting', within: 30 };

  it.each<[string, object, string[], string]>([
    ['being in the meeting', isInMeeting, V1, 'connected'],
    ['a button state', expectMessage('button-state', { within: 30 }), V1, 'button-state'],
    ['a chat message', expectMessage('message', { within: 30 }), ['chat', 'connected'], 'messages'],
    ['progress', expectMessage('dial-out-progress', { within: 30 }), V4, 'dial-out-progress'],
    ['that its calls are asked for', expectMessage('call-status', { within: 30 }), V4, 'call-status'],
    ['an answer by id', expectMessage('dial-out-error', { payload: { requestId: 'x' } }), V4, 'request-id'],
  ])(
    'fails a step at once that waits for %s, and says what is missing',
    async (_, step, features, missing) => {
      const { verdicts, detail } = play([step], { meeting: announcing(features) });
      await settled();
      expect(verdicts()).toBe('failed');
      expect(detail()).toMatch(new RegExp(`${missing} isn’t among its features`));
    },
  );

  it.each([
    ['ringing', V4],
    ['left', V1],
  ])('fails a step at once that waits for a call to be %s', async (state, features) => {
    const { verdicts, call } = play([dial, expectCall(state, { within: 30 })], {
      meeting: announcing(features),
    });
    await settled();
    await call({ name: 'calling', at });
    expect(verdicts()).toBe('passed failed');
  });

  it('is judged only once the plugin has announced what it can do', async () => {
    const unannounced = inMeeting({ plugin: { name: 'ready', inMeeting: false, features: [] } });
    const { verdicts, now } = play([isInMeeting], { meeting: unannounced });
    await pass(20);
    expect(verdicts()).toBe('running');
    await now({ plugin: { name: 'ready', announced: true, inMeeting: false, features: [] } });
    expect(verdicts()).toBe('failed');
  });

  it.each<[string, object, Parameters<typeof announcing>]>([
    ['a plugin that is in the meeting without having announced that', isInMeeting, [V1, {}, true]],
    [
      'the second namespace, which always tells of the meeting',
      isInMeeting,
      [['chat'], { dialect: 'videoconf' }],
    ],
    ['a plugin that tells its own state', isInMeeting, [['self']]],
    ['the answer to a dial-out', expectMessage('dial-out-success'), [V1]],
    ['the end of a call, with people', expectCall('left'), [V4, { calls: [aCall('a@example.com')] }, true]],
  ])('is not said of %s', async (_, step, [features, over, isIn]) => {
    const { detail } = play([dial, step], { meeting: announcing(features, over, isIn) });
    await pass(9);
    expect(detail()).toBe('');
  });

  it('hangs up as a participant where that is what the plugin can do', async () => {
    const { did, call, verdicts } = play([dial, expectCall('joined'), { name: 'End', do: 'hang-up' }], {
      meeting: announcing(V4, {}, true),
    });
    await settled();
    await call({ name: 'joined', at }, { uuid: 'u1' });
    expect(verdicts()).toBe('passed passed passed');
    expect(did.at(-1)).toBe('hang up call-a@example.com');
  });

  it('says at once that Web App 3 as the page itself cannot be loaded again', async () => {
    const { did, detail } = play([{ name: 'Again', do: 'reload' }], {
      meeting: inMeeting({ address: undefined }),
    });
    await settled();
    expect(did).toEqual([]);
    expect(detail()).toMatch(/wasn’t reloaded/);
  });
});
