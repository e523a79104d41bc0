import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** A test in `tests/browser/`: its file, and its title as in the source. */
type Shown = readonly [file: string, title: string];

const KEYED = 'calls by key from both panels in $window leave there: $kept';
const POPUP_KEYS = '%s opens the panel on the page, with the keyboard in Destination';
const POPUP_CHAT = 'shows its chat there, also where the side panel is preferred';

const ORDINARY: Readonly<Record<string, readonly Shown[]>> = {
  icon: [['dial-out', 'the panel finds the plugin and the meeting']],
  '`Alt+Shift+K`': [['shortcuts', 'is assigned for every command after the installation']],
  '`Alt+Shift+G`': [['shortcuts', 'leads to Destination, with the keyboard where the browser lets it go']],
  'Chat button': [
    ['dock', 'opens with the meeting’s Chat button, under a strict policy of the page'],
    ['meetings', 'a portal that frames a page that frames Web App 3'],
  ],
  '`Alt+Shift+J`': [
    ['shortcuts', 'leads to Destination in the panel on the page'],
    ['shortcuts', 'opens and closes the chat'],
  ],
  Dial: [
    ['dial-out', 'a destination typed in the panel joins the meeting'],
    ['private-windows', KEYED],
  ],
};

const POPUP: Readonly<Record<string, readonly Shown[]>> = {
  '`Alt+Shift+K`': [['popups', POPUP_KEYS]],
  '`Alt+Shift+G`': [['popups', POPUP_KEYS]],
  'Chat button': [['popups', POPUP_CHAT]],
  '`Alt+Shift+J`': [['popups', POPUP_CHAT]],
  Dial: [['popups', 'is dialed from there']],
};

const PRIVATE: Readonly<Record<string, readonly Shown[]>> = Object.fromEntries(
  ['icon', '`Alt+Shift+K`', '`Alt+Shift+G`', 'Chat button', '`Alt+Shift+J`', 'Dial'].map(
    (way): [string, Shown[]] => [way, [['private-windows', KEYED]]],
  ),
);

/** What shows each way that a row of the table names. Every one of these tests runs in both browsers. */
const SHOWN_BY: Readonly<Record<string, Readonly<Record<string, readonly Shown[]>>>> = {
  'ordinary, Chrome': ORDINARY,
  'ordinary, Firefox': ORDINARY,
  'popup, Chrome': POPUP,
  'popup, Firefox': POPUP,
  'incognito, Chrome': PRIVATE,
  'private, Firefox': PRIVATE,
};

const rows = readFileSync('docs/use/windows.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| window '))
  .map((line) => line.slice(2, -2).split(' | '))
  .map(([window, browser, ...cells]) => ({ row: `${window}, ${browser}`, cells }));

/** The ways that a cell names before its colon: an icon, keys, buttons. */
const waysIn = (cell: string): string[] => (cell.split(':')[0] ?? '').split(', ');

describe('the table in docs/use/windows.md', () => {
  it('has the rows that are shown by tests, and no other', () => {
    expect(rows.map(({ row }) => row)).toEqual(Object.keys(SHOWN_BY));
  });

  it.each(rows)('names for $row only ways that a test shows', ({ row, cells }) => {
    expect(cells).toHaveLength(3);
    expect(cells.flatMap(waysIn)).toEqual(Object.keys(SHOWN_BY[row] ?? {}));
  });

  const shown = Object.values(SHOWN_BY).flatMap((ways) => Object.values(ways).flat());
  const different = new Map(shown.map((each) => [each.join(': '), each]));

  it.each([...different.values()])('%s has the test %s, in both browsers', (file, title) => {
    const source = readFileSync(`tests/browser/${file}.test.ts`, 'utf8');
    expect(source.split(`'${title}'`)).toHaveLength(2);
    expect(source).toMatch(/describe\.each\((?:browsers|keyed)\)/);
  });
});
