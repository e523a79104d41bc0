import { beforeEach, describe, expect, it } from 'vitest';
import { START } from '../fixture';
import { become, beginRun, dialer, hungUp, join, outcomes, pass, placed, run, start, target } from './a-run';

describe('a run', () => {
  beforeEach(beginRun);

  it('dials one after the other', async () => {
    await start(['a', 'b', 'c'].map(target));
    expect(placed).toEqual(['a']);
    join('a');
    await pass();
    expect(placed).toEqual(['a', 'b']);
    become('b', { name: 'failed', message: 'busy', at: Date.now() });
    await pass();
    join('c');
    await pass();
    expect(outcomes()).toEqual(['joined', 'failed', 'joined']);
    expect(run?.state.value).toBe('done');
  });

  it('dials some at a time', async () => {
    await start(['a', 'b', 'c', 'd'].map(target), 2);
    expect(placed).toEqual(['a', 'b']);
    join('b');
    await pass();
    expect(placed).toEqual(['a', 'b', 'c']);
  });

  it('goes on when one does not answer in time, and counts a late answer', async () => {
    await start(['a', 'b'].map(target));
    await pass(59_000);
    expect(placed).toEqual(['a']);
    await pass(2_000);
    expect(placed).toEqual(['a', 'b']);
    expect(outcomes()).toEqual(['no-answer', 'calling']);
    join('a');
    await pass();
    expect(outcomes()).toEqual(['joined', 'calling']);
  });

  it('pauses, resumes and stops', async () => {
    const { pause, resume, stop, state } = await start(['a', 'b', 'c'].map(target));
    pause();
    join('a');
    await pass();
    expect(placed).toEqual(['a']);
    expect(state.value).toBe('paused');
    resume();
    await pass();
    expect(placed).toEqual(['a', 'b']);
    stop();
    join('b');
    await pass();
    expect(placed).toEqual(['a', 'b']);
    expect(outcomes()).toEqual(['joined', 'joined', 'not-dialed']);
    expect(state.value).toBe('done');
  });

  it('waits for the calls that are open when it is stopped, with nothing to resume', async () => {
    const { pause, resume, stop, state } = await start(['a', 'b'].map(target));
    stop();
    expect(state.value).toBe('stopped');
    pause();
    resume();
    expect(state.value).toBe('stopped');
    join('a');
    await pass();
    expect(state.value).toBe('done');
    expect(placed).toEqual(['a']);
  });

  it('is not paused once the last one is dialed', async () => {
    const { pause, state, hasNext } = await start(['a'].map(target));
    pause();
    expect(hasNext.value).toBe(false);
    expect(state.value).toBe('running');
  });

  it('waits for the limit, and for a meeting', async () => {
    dialer.waitMs = 3_000;
    const { heldFor } = await start(['a'].map(target));
    expect(heldFor.value).toBe(3);
    dialer.waitMs = 0;
    dialer.isInMeeting = false;
    await pass(1_000);
    expect(heldFor.value).toBe(0);
    expect(placed).toEqual([]);
    dialer.isInMeeting = true;
    await pass(1_000);
    expect(placed).toEqual(['a']);
  });

  it('hangs up what is open', async () => {
    await start(['a', 'b', 'c'].map(target), 3);
    become('b', { name: 'failed', message: 'busy', at: START });
    run?.hangUpAll();
    expect(hungUp.sort()).toEqual(['call-a', 'call-c']);
  });
});
