import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readLines, type Target } from '../../../../panel/lists/lines';
import { type ListRun, startRun } from '../../../../panel/lists/run';
import { createPress } from '../../../../panel/request/guard/guard';
import { reportAsCsv, reportAsJUnit } from '../../../../panel/state/call-report';
import type { Call, CallState, Meeting } from '../../../../protocol/meeting';
import { aCall, aMeeting, START } from '../fixture';

describe('pasted lines', () => {
  it('are read as the form reads each of them', async () => {
    const lines = [
      'alice@example.com',
      '',
      '// a note',
      '22 33 44 55',
      'h323:10.0.0.5',
      'https://meet.google.com/x',
    ];
    const { targets } = await readLines(lines.join('\r\n'), { protocol: 'auto', role: 'HOST', region: 'NO' });
    expect(targets).toMatchObject([
      { request: { destination: 'alice@example.com', protocol: 'auto', role: 'HOST' } },
      { name: '22 33 44 55', request: { destination: '+4722334455' } },
      { request: { destination: '10.0.0.5', protocol: 'h323' } },
      { line: 6, error: expect.stringContaining('can’t be dialed') },
    ]);
  });

  it('are dialed with the default protocol where they name none', async () => {
    const lines = 'alice@example.com\n22 33 44 55\nsip:bob@example.com';
    const { targets } = await readLines(lines, { protocol: 'h323', role: 'GUEST', region: 'NO' });
    expect(targets).toMatchObject([
      { request: { destination: 'alice@example.com', protocol: 'h323' } },
      { request: { destination: '+4722334455', protocol: 'h323' } },
      { request: { destination: 'bob@example.com', protocol: 'sip' } },
    ]);
  });
});

describe('a run', () => {
  const target = (destination: string): Target => ({
    name: destination,
    request: { destination, role: 'GUEST', protocol: 'auto' },
  });
  const MEETING = aMeeting();
  const meetings = signal<readonly Meeting[]>([MEETING]);
  const refused = signal<readonly string[]>([]);
  const calls = signal<readonly Call[] | undefined>([]);
  const placed: string[] = [];
  const places: string[] = [];
  const hungUp: string[] = [];
  let waitMs = 0;
  let isInMeeting = true;
  let run: ListRun | undefined;

  beforeEach(() => {
    vi.useFakeTimers({ now: START });
    calls.value = [];
    refused.value = [];
    meetings.value = [MEETING];
    placed.length = 0;
    places.length = 0;
    hungUp.length = 0;
    waitMs = 0;
    isInMeeting = true;
  });
  afterEach(() => {
    run?.dispose();
    vi.useRealTimers();
  });

  /** Placing takes its time: what follows from the last step has happened after this. */
  const pass = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);
  const start = async (targets: readonly Target[], atATime = 1): Promise<ListRun> => {
    run = startRun(targets, atATime, {
      calls,
      refused,
      press: createPress(MEETING, meetings),
      noAnswerAfterMs: signal(60_000),
      now: Date.now,
      placeCall: async ({ destination }, { page, meeting, load }) => {
        if (!isInMeeting) return undefined;
        places.push(`${page} ${meeting} ${load}`);
        if (waitMs > 0) return { waitMs };
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
  const become = (destination: string, state: CallState, over: Partial<Call> = {}) => {
    calls.value = calls.value?.map((call) =>
      call.request.destination === destination ? { ...call, state, ...over } : call,
    );
  };
  const join = (destination: string) => become(destination, { name: 'joined', at: Date.now() });
  const outcomes = () => run?.rows.value.map(({ result }) => result.outcome);

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
    expect(outcomes()).toEqual(['joined', 'joined', 'not-dialled']);
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

  it('ends when the page of its last calls is loaded again without them', async () => {
    const { state } = await start(['a'].map(target));
    meetings.value = [{ ...MEETING, load: 1 }];
    expect(outcomes()).toEqual(['calling']);
    calls.value = [];
    expect(outcomes()).toEqual(['unknown']);
    expect(state.value).toBe('done');
  });

  it('shows the call that was on its way when it was stopped', async () => {
    const started = start(['a', 'b'].map(target));
    run?.stop();
    await started;
    expect(placed).toEqual(['a']);
    expect(outcomes()).toEqual(['calling', 'not-dialled']);
  });

  it('waits for the limit, and for a meeting', async () => {
    waitMs = 3_000;
    const { heldFor } = await start(['a'].map(target));
    expect(heldFor.value).toBe(3);
    waitMs = 0;
    isInMeeting = false;
    await pass(1_000);
    expect(heldFor.value).toBe(0);
    expect(placed).toEqual([]);
    isInMeeting = true;
    await pass(1_000);
    expect(placed).toEqual(['a']);
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

  it('reports what its peer refused as not dialed', async () => {
    await start(['a', 'b'].map(target));
    refused.value = ['call-a'];
    await pass();
    expect(outcomes()).toEqual(['not-dialled', 'calling']);
  });

  it('leaves out what cannot or must not be dialed, and says why', async () => {
    await start([{ name: 'x', line: 1, error: 'No.' }, target('forbidden'), target('a')]);
    expect(placed).toEqual(['a']);
    expect(run?.rows.value.map(({ result }) => result.detail)).toEqual(['No.', 'Not allowed.', undefined]);
  });

  it('hangs up what is open', async () => {
    await start(['a', 'b', 'c'].map(target), 3);
    become('b', { name: 'failed', message: 'busy', at: START });
    run?.hangUpAll();
    expect(hungUp.sort()).toEqual(['call-a', 'call-c']);
  });

  it('keeps what it knows while the page is away', async () => {
    await start(['a'].map(target));
    join('a');
    await pass();
    calls.value = undefined;
    expect(outcomes()).toEqual(['joined']);
  });

  it('is reported as CSV and as JUnit XML', async () => {
    await start([{ name: '=x', line: 1, error: 'No.' }, target('a'), target('b<&"')], 3);
    await pass(2_000);
    join('a');
    await pass();
    become('b<&"', { name: 'failed', message: 'no\u0000 route', at: Date.now() });
    const rows = run?.rows.value ?? [];
    expect(reportAsCsv(rows).replace('\ufeff', '').split('\r\n')).toEqual([
      'name,destination,protocol,outcome,seconds,detail',
      "'=x,'=x,,not-dialled,,No.",
      'a,a,auto,joined,2,',
      '"b<&""","b<&""",auto,failed,2,no\u0000 route',
      '',
    ]);
    const xml = reportAsJUnit(rows, new Date(START));
    expect(xml).toContain('tests="3" failures="1" errors="0" skipped="1" time="4"');
    expect(xml).toContain('<testcase classname="dial-out" name="a" time="2"><system-out>joined<');
    expect(xml).toContain('name="b&lt;&amp;&quot;" time="2"><failure type="failed" message="no route">');
    expect(xml).toContain('<skipped message="No."/>');
  });
});
