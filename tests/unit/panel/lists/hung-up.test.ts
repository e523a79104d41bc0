import { describe, expect, it } from 'vitest';
import { entryOf } from '../../../../panel/history/entry';
import type { Row } from '../../../../panel/lists/run';
import { reportAsCsv, reportAsJUnit } from '../../../../panel/state/call-report';
import { resultOf } from '../../../../panel/state/call-result';
import type { Call } from '../../../../protocol/meeting';

const NOW = Date.UTC(2026, 0, 1);

const ended = (over: Partial<Call>): Call => ({
  id: 'c1',
  request: { destination: 'alice@example.com', protocol: 'sip', role: 'GUEST' },
  startedAt: NOW,
  state: { name: 'left', at: NOW + 9_000 },
  ...over,
});

const row = (call: Call): Row => ({
  target: { name: 'Alice', request: call.request },
  result: resultOf(call, NOW, 60_000),
});

const joinedAt = NOW + 2_000;

describe.each([
  ['hung up by the user after an answer', ended({ hangUp: {}, joinedAt }), 'hung-up', 'passes'],
  ['hung up by the user before an answer', ended({ hangUp: {} }), 'hung-up', 'fails'],
  ['left by the other side', ended({ joinedAt }), 'left', 'passes'],
  ['left after a hang-up was refused', ended({ hangUp: { error: 'no' }, joinedAt }), 'left', 'passes'],
  ['never answered', ended({}), 'unanswered', 'fails'],
] as const)('a call %s', (_, call, outcome, result) => {
  it(`reads ${outcome} in CSV and history`, () => {
    expect(reportAsCsv([row(call)])).toContain(`alice@example.com,sip,${outcome},`);
    expect(entryOf(call, undefined)?.outcome).toBe(outcome);
  });

  it(`${result} in JUnit, which names the outcome`, () => {
    const xml = reportAsJUnit([row(call)], new Date(NOW));
    expect(xml).toContain(`failures="${result === 'passes' ? 0 : 1}"`);
    expect(xml).toContain(
      result === 'passes' ? `<system-out>${outcome}</system-out>` : `<failure type="${outcome}"`,
    );
  });
});

describe('the reports of a list', () => {
  it.each([
    ['rtmp://live.example.com/app/907856', {}],
    ['alice:907856@example.com', {}],
    ['1001#907856@example.com', {}],
    ['+4722334455', { dtmf_sequence: ',,907856#' }],
  ])('have no secret of %s', (destination, over) => {
    const request = { destination, protocol: 'auto', role: 'GUEST', ...over } as const;
    const message = `No route to ${destination}`;
    const result = { outcome: 'failed', detail: message } as const;
    const rows = [destination, `${destination},,907856#`, 'Alice'].map((name) => ({
      target: { name, request },
      result,
    }));
    const reports = reportAsCsv(rows) + reportAsJUnit(rows, new Date(NOW));
    expect(reports).toContain('Alice');
    expect(reports).toContain('No route to');
    expect(reports).not.toContain('907856');
  });
});
