import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../../protocol/meeting';
import { aCall } from '../fixture';
import {
  at,
  chatOn,
  dial,
  expectCall,
  expectMessage,
  inMeeting,
  pass,
  play,
  settled,
  useFakeClock,
} from './play';

useFakeClock();

describe('a scenario', () => {
  it('does what its steps say, in order, and waits in between', async () => {
    const { run, did, now, hear, outcomes } = play([
      chatOn,
      { name: 'Is on', do: 'expect-chat', active: true },
      { name: 'Greet', do: 'send', message: 'hello' },
      expectMessage('ready', { payload: { features: ['chat'] } }),
      { name: 'Badge', do: 'set-badge', visible: true },
    ]);
    await settled();
    expect(did).toEqual(['chat true']);
    expect(outcomes()).toBe('passed running waiting waiting waiting');
    await now({ chat: true });
    expect(did).toEqual(['chat true', 'say hello {}']);
    await hear('ready', { features: ['dial-out'] });
    expect(outcomes()).toBe('passed passed passed running waiting');
    await hear('ready', { features: ['dial-out', 'chat'] });
    expect(run.state.value).toBe('passed');
    expect(did.at(-1)).toBe('badge true');
  });

  it('fails at the first step that does not hold in time, and skips the rest', async () => {
    const { run, outcomes, detail, did } = play([
      { name: 'Is on', do: 'expect-chat', active: true, within: 3 },
      chatOn,
    ]);
    await pass(2.8);
    expect(run.state.value).toBe('running');
    await pass(0.3);
    expect(run.state.value).toBe('failed');
    expect(outcomes()).toBe('failed skipped');
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

  it('fails without side effects if the page has no meeting', async () => {
    const { detail, gone, did } = play([{ name: 'S', do: 'expect-status', status: 'no-meeting' }, chatOn]);
    await gone();
    expect(detail()).toMatch(/no meeting with a connected plugin here/);
    expect(did).toEqual([]);
  });

  it('ends when it is stopped, and hangs up what it has dialed', async () => {
    const { run, did, call, outcomes } = play([dial, expectCall('joined')]);
    await settled();
    await call({ name: 'ringing', at });
    run.stop();
    expect(run.state.value).toBe('stopped');
    expect(outcomes()).toBe('passed skipped');
    expect(did).toEqual(['dial a@example.com', 'hang up call-a@example.com']);
    await call({ name: 'joined', at });
    expect(run.state.value).toBe('stopped');
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
      const { outcomes, detail } = play([step], { meeting: announcing(features) });
      await settled();
      expect(outcomes()).toBe('failed');
      expect(detail()).toMatch(new RegExp(`doesn’t support ${missing}`));
    },
  );

  it.each([
    ['ringing', V4],
    ['left', V1],
  ])('fails a step at once that waits for a call to be %s', async (state, features) => {
    const { outcomes, call } = play([dial, expectCall(state, { within: 30 })], {
      meeting: announcing(features),
    });
    await settled();
    await call({ name: 'calling', at });
    expect(outcomes()).toBe('passed failed');
  });

  it('is judged only once the plugin has announced what it can do', async () => {
    const unannounced = inMeeting({ plugin: { name: 'ready', inMeeting: false, features: [] } });
    const { outcomes, now } = play([isInMeeting], { meeting: unannounced });
    await pass(20);
    expect(outcomes()).toBe('running');
    await now({ plugin: { name: 'ready', announced: true, inMeeting: false, features: [] } });
    expect(outcomes()).toBe('failed');
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
    const { did, call, outcomes } = play([dial, expectCall('joined'), { name: 'End', do: 'hang-up' }], {
      meeting: announcing(V4, {}, true),
    });
    await settled();
    await call({ name: 'joined', at }, { uuid: 'u1' });
    expect(outcomes()).toBe('passed passed passed');
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
