// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { type TestCase, writeJUnit } from '../../../../panel/files/junit';
import { reportScenarioAsJUnit } from '../../../../panel/scenarios/report';
import type { StepReport } from '../../../../panel/scenarios/run';

const AT = new Date(Date.UTC(2026, 0, 1));

/** What a reader that keeps test cases by their names shows of a report. */
function shownBy(xml: string): Map<string, string> {
  const read = new DOMParser().parseFromString(xml, 'text/xml');
  return new Map(
    [...read.querySelectorAll('testcase')].map((each) => [
      each.getAttribute('name') ?? '',
      each.firstElementChild?.tagName.toLowerCase() ?? 'passed',
    ]),
  );
}

const passed = (name: string): TestCase => ({ name, seconds: 1 });
const failed = (name: string): TestCase => ({
  ...passed(name),
  failed: { type: 'failed', message: 'no route', text: name },
});

describe('a report with names that occur twice', () => {
  it.each([
    ['a failure before a pass', [failed('a'), passed('a')], ['failure', 'passed']],
    ['a failure after a pass', [passed('a'), failed('a')], ['passed', 'failure']],
    [
      'a name that looks numbered',
      [passed('a'), failed('a (2)'), failed('a')],
      ['passed', 'failure', 'failure'],
    ],
    [
      'a number that is taken later',
      [failed('a'), passed('a'), failed('a (2)')],
      ['failure', 'passed', 'failure'],
    ],
    ['no names at all', [failed(''), passed(''), failed('')], ['failure', 'passed', 'failure']],
  ] as const)('shows every case, and its end: %s', (_, cases, ends) => {
    const shown = shownBy(writeJUnit('suite', cases, AT));
    expect([...shown.values()]).toEqual(ends);
  });

  it('keeps the name where it occurs once, and of the first', () => {
    const names = [...shownBy(writeJUnit('suite', [passed('a'), passed('b'), passed('a')], AT)).keys()];
    expect(names).toEqual(['a', 'b', 'a (2)']);
  });

  it('shows steps of a scenario that share a name', () => {
    const step = (outcome: StepReport['outcome']) =>
      ({ name: 'dial', outcome, seconds: 1, detail: 'busy' }) as StepReport;
    const xml = reportScenarioAsJUnit('scenario', [step('passed'), step('failed'), step('skipped')], AT);
    expect([...shownBy(xml)]).toEqual([
      ['dial', 'passed'],
      ['dial (2)', 'failure'],
      ['dial (3)', 'skipped'],
    ]);
  });
});
