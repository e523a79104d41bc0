import { describe, expect, it } from 'vitest';
import { onPluginMessage } from '../../../peer/reducer';
import type { PluginMessage } from '../../../protocol/messages';
import { ask, askToDial, dial, hear, outcomes, overlap, request, seeds } from './replay';

const JOINED: PluginMessage = { name: 'dial-out-success', uuid: 'u', displayName: 'Alice' };
const ALSO_JOINED: PluginMessage = { name: 'dial-out-success', uuid: 'v' };
const BUSY: PluginMessage = { name: 'dial-out-error', message: 'busy' };
const GONE: PluginMessage = { name: 'dial-out-error', message: 'gone' };

describe('with a plugin that repeats no request id, calls', () => {
  it('take turns: the answer belongs to the one that is open, and the next is dialed', () => {
    const waiting = askToDial(dial(seeds, 'a', 'b'), 'c');
    expect(waiting.messages).toEqual([]);
    expect(outcomes(waiting.meeting)).toEqual(['c queued', 'b queued', 'a calling']);
    const next = onPluginMessage(waiting.meeting, BUSY, 5);
    expect(next.messages).toEqual([{ name: 'dial-out', ...request, requestId: 'b' }]);
    expect(outcomes(next.meeting)).toEqual(['c queued', 'b calling', 'a failed']);
    expect(next.meeting.calls[1]).toMatchObject({ startedAt: 5, state: { at: 5 } });
    expect(outcomes(hear(next.meeting, JOINED, ALSO_JOINED))).toEqual(['c joined', 'b joined', 'a failed']);
  });

  it('wait behind one that never answers until the user says otherwise', () => {
    const jumped = ask(dial(seeds, 'a', 'b', 'c'), 'dial-now', 'b');
    expect(jumped.messages).toEqual([{ name: 'dial-out', ...request, requestId: 'b' }]);
    expect(outcomes(jumped.meeting)).toEqual(['c queued', 'b calling', 'a calling']);
    expect(ask(jumped.meeting, 'dial-now', 'b').messages).toEqual([]);
  });

  it('can be taken out of the queue, and are never dialed then', () => {
    const cancelled = ask(dial(seeds, 'a', 'b'), 'hang-up', 'b');
    expect(cancelled.messages).toEqual([]);
    expect(outcomes(cancelled.meeting)).toEqual(['b cancelled', 'a calling']);
    expect(onPluginMessage(cancelled.meeting, JOINED, 2).messages).toEqual([]);
    expect(ask(cancelled.meeting, 'dial-now', 'b').messages).toEqual([]);
  });

  it('that wait are canceled by a reload of the meeting, and not dialed after it', () => {
    const reloaded = hear(dial(seeds, 'a', 'b'), { name: 'ready' });
    expect(outcomes(reloaded)).toEqual(['b cancelled', 'a unknown']);
    expect(onPluginMessage(reloaded, { name: 'connected' }, 2).messages).toEqual([]);
    expect(onPluginMessage(reloaded, BUSY, 2).messages).toEqual([]);
    expect(ask(reloaded, 'dial-now', 'b').messages).toEqual([]);
    expect(reloaded.calls[0]?.state).toMatchObject({ why: 'reloaded' });
  });

  it('are heard by their id after all, if the plugin repeats it without having said so', () => {
    const named: PluginMessage = { ...BUSY, requestId: 'a' };
    expect(outcomes(hear(overlap(seeds, 'a', 'b'), named))).toEqual(['b calling', 'a failed']);
  });
});

describe('calls that overlap there by the wish of the user', () => {
  const state = (meeting: ReturnType<typeof hear>, index = 0) => meeting.calls[index]?.state;

  it('are dialed at once', () => {
    expect(outcomes(overlap(seeds, 'a', 'b', 'c'))).toEqual(['c calling', 'b calling', 'a calling']);
  });

  it('are one of these, each of them, once an answer could be anybody’s', () => {
    const heard = hear(overlap(seeds, 'a', 'b', 'c'), JOINED);
    for (const { state, uuid, displayName } of heard.calls) {
      expect(state).toEqual({ name: 'one-of', of: 3, joined: 1, failed: [], at: 1 });
      expect({ uuid, displayName }).toEqual({ uuid: undefined, displayName: undefined });
    }
  });

  it('have their own end after all when all ended alike', () => {
    expect(outcomes(hear(overlap(seeds, 'a', 'b'), JOINED, ALSO_JOINED))).toEqual(['b joined', 'a joined']);
    const failed = hear(overlap(seeds, 'a', 'b'), BUSY, GONE);
    expect(state(failed)).toEqual({ name: 'failed', message: 'busy / gone', at: 1 });
  });

  it('stay one of these when they did not, and later answers leave them alone', () => {
    const mixed = hear(overlap(seeds, 'a', 'b'), BUSY, JOINED);
    expect(state(mixed)).toEqual({ name: 'one-of', of: 2, joined: 1, failed: ['busy'], at: 1 });
    const later = hear(dial(mixed, 'c'), GONE);
    expect(outcomes(later)).toEqual(['c failed', 'b one-of', 'a one-of']);
    expect(later.calls.slice(1)).toEqual(mixed.calls);
  });

  it('take in a call that is dialed while one of them is open still', () => {
    const three = overlap(hear(overlap(seeds, 'a', 'b'), BUSY), 'c');
    const heard = hear(three, GONE);
    expect(state(heard)).toEqual({ name: 'one-of', of: 3, joined: 0, failed: ['busy', 'gone'], at: 1 });
    expect(state(heard, 2)).toEqual(state(heard));
    expect(outcomes(hear(heard, BUSY))).toEqual(['c failed', 'b failed', 'a failed']);
  });

  it('hold the queue until the last of them is answered', () => {
    const queue = dial(overlap(seeds, 'a', 'b'), 'c');
    const one = onPluginMessage(queue, JOINED, 2);
    expect(one.messages).toEqual([]);
    expect(onPluginMessage(one.meeting, BUSY, 3).messages).toMatchObject([
      { name: 'dial-out', requestId: 'c' },
    ]);
  });
});
