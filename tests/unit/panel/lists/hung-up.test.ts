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
] as const)('a call %s', (_, call, outcome, verdict) => {
  it(`reads ${outcome} in CSV and history`, () => {
    expect(reportAsCsv([row(call)])).toContain(`alice@example.com,sip,${outcome},`);
    expect(entryOf(call, undefined)?.outcome).toBe(outcome);
  });

  it(`${verdict} in JUnit, which names the outcome`, () => {
    const xml = reportAsJUnit([row(call)], new Date(NOW));
    expect(xml).toContain(`failures="${verdict === 'passes' ? 0 : 1}"`);
    expect(xml).toContain(
      verdict === 'passes' ? `<system-out>${outcome}</system-out>` : `<failure type="${outcome}"`,
    );
  });
});
