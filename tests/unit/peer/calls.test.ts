import { describe, expect, it } from 'vitest';
import { onPluginMessage } from '../../../peer/reducer';
import type { PluginMessage } from '../../../protocol/messages';
import { ask, askToDial, dial, hear, OUR_FEATURES, ours, outcomes, request } from './replay';

const joined = (requestId: string): PluginMessage => ({
  name: 'dial-out-success',
  uuid: `uuid-${requestId}`,
  displayName: 'Alice',
  requestId,
});
const failed = (requestId: string): PluginMessage => ({ name: 'dial-out-error', message: 'busy', requestId });
const progress = (
  state: 'calling' | 'ringing' | 'joined' | 'left',
  requestId: string | undefined,
): PluginMessage => ({
  name: 'dial-out-progress',
  state,
  requestId,
  uuid: `uuid-${requestId ?? 'a'}`,
});

describe('a call', () => {
  it('dials at once with its id as request id, newest first, however many calls are open', () => {
    const result = askToDial(dial(ours, 'a'), 'b', 2);
    expect(result.messages).toEqual([{ name: 'dial-out', ...request, requestId: 'b' }]);
    expect(outcomes(result.meeting)).toEqual(['b calling', 'a calling']);
  });

  it('records the times from dial to end', () => {
    let meeting = dial(ours, 'a');
    const at = (now: number, message: PluginMessage) => {
      meeting = onPluginMessage(meeting, message, now).meeting;
      return meeting.calls[0];
    };
    expect(at(2, progress('calling', 'a'))).toMatchObject({ state: { name: 'calling' }, uuid: 'uuid-a' });
    expect(at(3, progress('ringing', 'a'))?.state).toEqual({ name: 'ringing', at: 3 });
    expect(at(4, joined('a'))).toMatchObject({
      state: { name: 'joined', at: 4 },
      joinedAt: 4,
      displayName: 'Alice',
    });
    expect(at(9, progress('left', 'a'))).toMatchObject({
      state: { name: 'left', at: 9 },
      startedAt: 1,
      joinedAt: 4,
    });
  });

  it('matches results by request id, or by uuid if there is none', () => {
    const heard = hear(dial(ours, 'a', 'b', 'c'), failed('a'), progress('calling', 'b'), joined('c'));
    expect(outcomes(heard)).toEqual(['c joined', 'b calling', 'a failed']);
    const left: PluginMessage = { name: 'dial-out-progress', state: 'left', uuid: 'uuid-b' };
    expect(outcomes(hear(heard, left))).toEqual(['c joined', 'b left', 'a failed']);
  });

  it.each([
    ['failed', [failed('a')]],
    ['left', [joined('a'), progress('left', 'a')]],
  ])('that has %s changes no more', (_end, messages) => {
    const ended = hear(dial(ours, 'a'), ...messages);
    const late = [joined('a'), failed('a'), progress('ringing', 'a'), progress('left', undefined)];
    expect(hear(ended, ...late)).toEqual(ended);
  });

  it('ignores ringing, failure and joining after it has joined', () => {
    const here = hear(dial(ours, 'a'), joined('a'));
    const again: PluginMessage = { name: 'dial-out-success', uuid: 'other', requestId: 'a' };
    expect(hear(here, failed('a'), progress('ringing', 'a'), again)).toEqual(here);
  });

  it('ignores results with an unknown or missing id if the plugin supports request-id', () => {
    const open = dial(ours, 'a');
    const strange: PluginMessage[] = [
      joined('stranger'),
      failed('stranger'),
      { name: 'dial-out-success', uuid: 'u' },
      { name: 'dial-out-error', message: 'somebody else was busy' },
      { name: 'dial-out-progress', state: 'left' },
    ];
    expect(hear(open, ...strange)).toEqual(open);
  });
});

describe('hang-up', () => {
  it('names the call by both ids, also before it has a uuid', () => {
    expect(ask(dial(ours, 'a'), 'hang-up', 'a').messages).toEqual([
      { name: 'hang-up', requestId: 'a', uuid: undefined },
    ]);
    const here = hear(dial(ours, 'a'), joined('a'));
    expect(ask(here, 'hang-up', 'a').messages).toEqual([{ name: 'hang-up', requestId: 'a', uuid: 'uuid-a' }]);
  });

  it('marks the call as ended only after the plugin confirms', () => {
    const asked = ask(hear(dial(ours, 'a'), progress('ringing', 'a')), 'hang-up', 'a').meeting;
    expect(asked.calls[0]).toMatchObject({ state: { name: 'ringing' }, hangUp: {} });
    const { joinedAt, state } = hear(asked, progress('left', 'a')).calls[0] ?? {};
    expect({ joinedAt, state }).toEqual({ joinedAt: undefined, state: { name: 'left', at: 1 } });
  });

  it('keeps the reason of a refusal, only for calls that were hung up', () => {
    const refused: PluginMessage = { name: 'hang-up-error', message: 'Invalid role', requestId: 'a' };
    const here = hear(dial(ours, 'a'), joined('a'));
    expect(hear(here, refused)).toEqual(here);
    const asked = ask(here, 'hang-up', 'a').meeting;
    expect(hear(asked, refused).calls[0]).toMatchObject({
      state: { name: 'joined' },
      hangUp: { error: 'Invalid role' },
    });
  });

  it('changes nothing for an unknown call', () => {
    const open = dial(ours, 'a');
    expect(ask(open, 'hang-up', 'b')).toEqual({ meeting: open, messages: [] });
  });
});

describe('reload or leave', () => {
  const before = hear(
    dial(ours, 'placed', 'rings', 'here', 'refused'),
    progress('ringing', 'rings'),
    joined('here'),
    failed('refused'),
  );
  const reloaded = onPluginMessage(before, { name: 'ready', features: ['request-id', 'call-status'] }, 7);

  it('sets all open calls to unknown', () => {
    expect(outcomes(reloaded.meeting)).toEqual([
      'refused failed',
      'here unknown',
      'rings unknown',
      'placed unknown',
    ]);
    expect(reloaded.meeting.calls[1]?.state).toEqual({ name: 'unknown', why: 'reloaded', at: 7 });
    const left = onPluginMessage(before, { name: 'disconnected' }, 7).meeting;
    expect(left.calls[1]?.state).toEqual({ name: 'unknown', why: 'left', at: 7 });
  });

  it('can hang up again after a reload, unless the call had ended', () => {
    const { meeting: asked } = ask(before, 'hang-up', 'here');
    const { meeting: lost } = onPluginMessage(asked, { name: 'ready', features: OUR_FEATURES }, 7);
    const [, here] = hear(lost, progress('joined', 'here')).calls;
    expect(here).toMatchObject({ state: { name: 'joined' }, hangUp: undefined });
    const [, gone] = hear(lost, progress('left', 'here')).calls;
    expect(gone).toMatchObject({ state: { name: 'left' }, hangUp: {} });
  });

  it('sends call-status after connected if the plugin supports it', () => {
    const named: PluginMessage = { name: 'connected', conferenceAlias: 'qa.meeting' };
    const { messages } = onPluginMessage(reloaded.meeting, named, 8);
    expect(messages).toEqual([
      {
        name: 'call-status',
        calls: [
          { requestId: 'here', uuid: 'uuid-here' },
          { requestId: 'rings', uuid: 'uuid-rings' },
          { requestId: 'placed', uuid: undefined },
        ],
      },
    ]);
    const mute = onPluginMessage(before, { name: 'ready' }, 7).meeting;
    expect(onPluginMessage(mute, named, 8).messages).toEqual([]);
  });

  it('sends no call-status before the meeting is known', () => {
    expect(onPluginMessage(reloaded.meeting, { name: 'connected' }, 8).messages).toEqual([]);
  });

  it('applies the replies: still joined, left when last seen, or unanswered', () => {
    const told = hear(reloaded.meeting, progress('joined', 'here'), progress('left', 'rings'));
    expect(told.calls[1]).toMatchObject({ state: { name: 'joined' }, joinedAt: 1 });
    expect(told.calls[2]?.state).toEqual({ name: 'left', at: 7 });
    expect(told.calls[3]?.state.name).toBe('unknown');
  });
});

describe('call limit', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => `c${index}`).reduce((meeting, id) => dial(meeting, id), ours);

  it('refuses calls while the maximum waits for an answer, and reports it', () => {
    const result = askToDial(many(64), 'one-more', 2);
    expect(result.messages).toEqual([]);
    expect(result.meeting.calls[0]).toMatchObject({
      id: 'one-more',
      state: { name: 'failed', message: '64 calls are unanswered' },
    });
  });

  it('drops the oldest ended call when the list is full', () => {
    const kept = hear(dial(ours, 'kept'), joined('kept'));
    let crowded = kept;
    for (let index = 0; index < 1100; index++) {
      crowded = hear(dial(crowded, `x${index}`), failed(`x${index}`));
    }
    expect(crowded.calls).toHaveLength(1000);
    expect(outcomes(crowded)).toContain('kept joined');
  });
});
