import { beforeEach, describe, expect, it } from 'vitest';
import { reportAsCsv, reportAsJUnit } from '../../../../panel/state/call-report';
import { START } from '../fixture';
import { become, beginRun, calls, join, outcomes, pass, placed, refused, run, start, target } from './a-run';

describe('a run', () => {
  beforeEach(beginRun);

  it('shows the call that was on its way when it was stopped', async () => {
    const started = start(['a', 'b'].map(target));
    run?.stop();
    await started;
    expect(placed).toEqual(['a']);
    expect(outcomes()).toEqual(['calling', 'not-dialed']);
  });

  it('reports what its peer refused as not dialed', async () => {
    await start(['a', 'b'].map(target));
    refused.value = ['call-a'];
    await pass();
    expect(outcomes()).toEqual(['not-dialed', 'calling']);
  });

  it('leaves out what cannot or must not be dialed, and says why', async () => {
    await start([{ name: 'x', line: 1, error: 'No.' }, target('forbidden'), target('a')]);
    expect(placed).toEqual(['a']);
    expect(run?.rows.value.map(({ result }) => result.detail)).toEqual(['No.', 'Not allowed.', undefined]);
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
      "'=x,'=x,,not-dialed,,No.",
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
