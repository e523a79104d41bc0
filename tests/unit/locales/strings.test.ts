// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatElapsed, formatList, formatNumber } from '../../../locales/format';
import { formatTenthsOfSeconds } from '../../../locales/format-seconds';
import { markLanguage, setMessages } from '../../../locales/language';
import { strings } from '../../../locales/strings';

const SAID = strings('said', {
  plain: 'Stop',
  braces: 'Use {{alias}} here',
  one: 'Line {line}',
  several: '{over} of {all}',
  calls: { one: '{count} call', other: '{count} calls' },
  callsOf: { one: '{count} call of {name}', other: '{count} calls of {name}' },
  group: { 'no-meeting': 'None', other: 'Other', deeper: { last: 'Last' } },
});

const ARABIC: Record<string, string> = {
  said_plain: 'قف',
  said_one: 'السطر {line}',
  said_several: 'من {all}: {over}',
  said_calls_zero: 'لا مكالمات',
  said_calls_one: 'مكالمة',
  said_calls_two: 'مكالمتان',
  said_calls_few: '{count} مكالمات',
  said_calls_many: '{count} مكالمةً',
  said_calls_other: '{count} مكالمة',
  said_group_no_meeting: 'لا شيء',
};

afterEach(() => setMessages());

describe('in English, without a browser', () => {
  it.each([
    [SAID.plain, 'Stop'],
    [SAID.braces, 'Use {alias} here'],
    [SAID.one(3), 'Line 3'],
    [SAID.one('{over}'), 'Line {over}'],
    [SAID.several({ over: 1, all: 12_345 }), '1 of 12,345'],
    [SAID.calls(1), '1 call'],
    [SAID.calls(0), '0 calls'],
    [SAID.callsOf({ count: 2, name: 'Alice' }), '2 calls of Alice'],
    [SAID.group['no-meeting'], 'None'],
    [SAID.group.deeper.last, 'Last'],
    [Object.values(SAID.group).length, 3],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });
});

describe('in another language', () => {
  beforeEach(() => setMessages({ language: 'ar', text: (key) => ARABIC[key] ?? '' }));

  it('says what the browser has under the key', () => {
    expect(SAID.plain).toBe('قف');
    expect(SAID.group['no-meeting']).toBe('لا شيء');
  });

  it('says in English what the browser has not', () => {
    expect(SAID.braces).toBe('Use {alias} here');
  });

  it('puts values where that language has them', () => {
    expect(SAID.several({ over: 1, all: 3 })).toBe('من 3: 1');
  });

  it('takes the plural form of that language', () => {
    expect([0, 1, 2, 3, 11, 100].map((count) => SAID.calls(count))).toEqual([
      'لا مكالمات',
      'مكالمة',
      'مكالمتان',
      '3 مكالمات',
      '11 مكالمةً',
      '100 مكالمة',
    ]);
  });

  it('isolates addresses from the direction of the text', () => {
    expect(SAID.one('+47 22')).toBe('السطر \u2068+47 22\u2069');
  });

  it('tells the document', () => {
    markLanguage(document);
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ar', 'rtl']);
    setMessages({ language: 'nb', text: () => '' });
    markLanguage(document);
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['nb', 'ltr']);
  });
});

it.each([
  ['en', '1:02:03', '12,345', '0.0 sec', 'a, b, c'],
  ['de', '1:02:03', '12.345', '0,0 Sek.', 'a, b und c'],
  ['ar-EG', '1:02:03', '12,345', '0.0 ث', '\u2068a\u2069، و\u2068b\u2069، و\u2068c\u2069'],
])('writes durations, numbers and lists in %s', (language, elapsed, number, tenths, list) => {
  setMessages({ language, text: () => '' });
  expect(formatElapsed(3_723_000)).toBe(elapsed);
  expect(formatNumber(12_345)).toBe(number);
  expect(formatTenthsOfSeconds(0.04)).toBe(tenths);
  expect(formatList(['a', 'b', 'c'])).toBe(list);
});
