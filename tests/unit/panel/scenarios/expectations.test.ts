import { describe, expect, it } from 'vitest';
import type { Call, CallState } from '../../../../protocol/meeting';
import { START } from '../fixture';
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

describe('scenario messages', () => {
  it('uses messages since the last step that did something, each for one step', async () => {
    const { run, hear, outcomes } = play([
      chatOn,
      expectMessage('ready'),
      expectMessage('ready'),
      chatOn,
      expectMessage('ready', { within: 1 }),
    ]);
    await hear('ready');
    await hear('connected');
    expect(outcomes()).toBe('passed passed running waiting waiting');
    await hear('ready');
    expect(outcomes()).toBe('passed passed passed passed running');
    await pass(1.1);
    expect(run.state.value).toBe('failed');
  });

  it('uses each message for one step only, even when two arrive together', async () => {
    const { hear, outcomes } = play([expectMessage('ready'), expectMessage('ready')]);
    void hear('ready');
    await hear('ready');
    expect(outcomes()).toBe('passed passed');
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
    const { hear, outcomes } = play([chatOn, expectMessage('ready')]);
    await settled();
    await hear('ready', {}, 'plugin', 'm1', START - 3);
    expect(outcomes()).toBe('passed running');
    await hear('ready');
    expect(outcomes()).toBe('passed passed');
  });

  it('accepts messages whose clock is slightly behind the panel’s', async () => {
    const { hear, outcomes } = play([chatOn, expectMessage('ready')]);
    await settled();
    await hear('ready', {}, 'plugin', 'm1', START - 1);
    expect(outcomes()).toBe('passed passed');
  });

  it('matches a message to its call by either id', async () => {
    const { run, call, hear, outcomes } = play([
      dial,
      expectMessage('dial-out-progress', { call: 'call' }),
      expectMessage('dial-out-success', { call: 'call' }),
    ]);
    await settled();
    await call({ name: 'ringing', at }, { uuid: 'u1' });
    await hear('dial-out-progress', { requestId: 'other' });
    expect(outcomes()).toBe('passed running waiting');
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
    const { did, detail } = play([dial], { placeCall: async () => ({ refusal: 'Not allowed here.' }) });
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
    expect(detail()).toMatch(/doesn’t support hang-up/);
  });
});
