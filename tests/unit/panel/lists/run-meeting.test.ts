import { beforeEach, describe, expect, it } from 'vitest';
import {
  beginRun,
  calls,
  join,
  MEETING,
  meetings,
  outcomes,
  pass,
  placed,
  places,
  run,
  start,
  target,
} from './a-run';

describe('a run', () => {
  beforeEach(beginRun);

  it('ends when the page of its last calls is loaded again without them', async () => {
    const { state } = await start(['a'].map(target));
    meetings.value = [{ ...MEETING, load: 1 }];
    expect(outcomes()).toEqual(['calling']);
    calls.value = [];
    expect(outcomes()).toEqual(['unknown']);
    expect(state.value).toBe('done');
  });

  describe('attack: a list goes on in another meeting', () => {
    it('waits while its meeting is not there, whatever other meeting is', async () => {
      await start(['a', 'b'].map(target));
      const other = { ...MEETING, page: MEETING.page + 1 };
      for (const all of [[other], [{ ...MEETING, present: false }], [{ ...MEETING, id: 'm2' }], []]) {
        meetings.value = all;
        expect(run?.state.value).toBe('away');
        join('a');
        await pass(3000);
        expect(placed).toEqual(['a']);
      }
      meetings.value = [other, MEETING];
      await pass();
      expect(placed).toEqual(['a', 'b']);
      expect(new Set(places)).toEqual(new Set([`${MEETING.page} m1 0`]));
    });

    it('goes on in a meeting that was reloaded only if the user says so', async () => {
      await start(['a', 'b'].map(target));
      meetings.value = [{ ...MEETING, load: 1 }];
      join('a');
      await pass(3000);
      expect(run?.state.value).toBe('reloaded');
      expect(placed).toEqual(['a']);
      run?.resume();
      await pass();
      expect(places.at(-1)).toBe(`${MEETING.page} m1 1`);
    });
  });
});
