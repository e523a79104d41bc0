import { describe, expect, it } from 'vitest';
import { type Alert, alertOf, settledBy } from '../../../background/alert';

const unread = (count: number | 'some'): Alert => ({ kind: 'unread', unread: count });

describe('a change of what stands on the icon', () => {
  it.each<[string, string, Alert]>([
    ['', '1', unread(1)],
    ['1', '2', unread(2)],
    ['3', '1', undefined],
    ['2', '2', undefined],
    ['998', '999+', unread(999)],
    ['', '•', unread('some')],
    ['2', '•', undefined],
    ['•', '3', unread(3)],
    ['!', '3', unread(3)],
    ['…', '1', unread(1)],
    ['', '!', { kind: 'people' }],
    ['4', '!', { kind: 'people' }],
    ['!', '!', undefined],
    ['', '…', undefined],
    ['3', '', undefined],
    ['!', '', undefined],
    ['', '', undefined],
  ])('from %j to %j', (before, now, alert) => {
    expect(alertOf(before, now)).toEqual(alert);
  });
});

it.each([
  ['', ['unread', 'people']],
  ['…', ['unread', 'people']],
  ['3', ['people']],
  ['•', ['people']],
  ['!', []],
])('%j on the icon settles %j', (text, settled) => {
  expect(settledBy(text)).toEqual(settled);
});
