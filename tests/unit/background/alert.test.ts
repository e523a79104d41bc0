import { describe, expect, it } from 'vitest';
import { type Alert, alertsOf, settledBy } from '../../../background/alert';

const people: Alert = { kind: 'people' };
const unread = (count: number | 'some'): Alert => ({ kind: 'unread', unread: count });

describe('a change of what stands on the icon', () => {
  it.each<[string, string, ...Alert[]]>([
    ['', '1', unread(1)],
    ['1', '2', unread(2)],
    ['3', '1'],
    ['2', '2'],
    ['998', '999+', unread(999)],
    ['', '•', unread('some')],
    ['2', '•'],
    ['•', '3', unread(3)],
    ['!', '3', unread(3)],
    ['…', '1', unread(1)],
    ['', '!', people],
    ['4', '!4', people],
    ['4', '!5', people, unread(5)],
    ['', '!•', people, unread('some')],
    ['!', '!3', unread(3)],
    ['!3', '!4', unread(4)],
    ['!3', '!3'],
    ['!4', '!2'],
    ['!3', '3'],
    ['…', '!', people],
    ['!', '!'],
    ['', '…'],
    ['3', ''],
    ['!', ''],
    ['', ''],
  ])('from %j to %j', (before, now, ...alerts) => {
    expect(alertsOf(before, now)).toEqual(alerts);
  });
});

it.each([
  ['', ['unread', 'people']],
  ['…', ['unread', 'people']],
  ['3', ['people']],
  ['•', ['people']],
  ['!', ['unread']],
  ['!3', []],
  ['!•', []],
])('%j on the icon settles %j', (text, settled) => {
  expect(settledBy(text)).toEqual(settled);
});
