import { describe, expect, it } from 'vitest';
import { entriesIn } from '../../../../../panel/request/detect/entries';
import { onOwnLines } from '../../../../../panel/request/detect/own-lines';

describe('several addresses of one line, each on a line of its own', () => {
  it.each([
    ['a@x.com; b@x.com', ['a@x.com', 'b@x.com']],
    ['a@x.com;;;b@x.com', ['a@x.com', 'b@x.com']],
    ['a@x.com、b@x.com، c@x.com؛d@x.com', ['a@x.com', 'b@x.com', 'c@x.com', 'd@x.com']],
    ['a@x b@x\tc@x', ['a@x', 'b@x', 'c@x']],
    ['a@x.com or b@x.com und c@x.com', ['a@x.com', 'b@x.com', 'c@x.com']],
    ['a@x.com O Neil b@x.com', ['a@x.com', 'O Neil|b@x.com']],
    ['Ann ann@x.com; Bob bob@x.com', ['Ann|ann@x.com', 'Bob|bob@x.com']],
    ['Room 1: room1@x.com; Room 2: room2@x.com', ['Room 1|room1@x.com', 'Room 2|room2@x.com']],
    ['Doe, John <j@x.com>, Roe, Jane <k@x.com>', ['Doe, John|j@x.com', 'Roe, Jane|k@x.com']],
    ['"Smith, A" <a@x>; b@x', ['Smith, A|a@x', 'b@x']],
    ['Ann <a@x.com> Bob <b@x.com>', ['Ann|a@x.com', 'Bob|b@x.com']],
    ['Ann Lee, ann@x.com, Bo Li, bo@x.com, rest', ['Ann Lee|ann@x.com', 'Bo Li|bo@x.com', 'rest']],
    ['a@x.com; nonsense here; b@x.com', ['a@x.com', 'nonsense here|b@x.com']],
    ['a@x;transport=tls; b@x', ['a@x;transport=tls', 'b@x']],
    ['a @ x.com; b @ x.com', ['a @ x.com', 'b @ x.com']],
    ['1. a@x.com 2. b@x.com', ['a@x.com', 'b@x.com']],
    ['22334455 / 66778899', ['22334455', '66778899']],
    ['+47 22 33 44 55 +47 22 33 44 56', ['+47 22 33 44 55', '+47 22 33 44 56']],
    // Which digits the second one has before these, nobody knows.
    ['22 33 44 55/56', [undefined]],
    ['a@x.com', ['a@x.com']],
    ['', [undefined]],
  ])('%j', (line, entries) => {
    const read = onOwnLines(line).split('\n').map(readAlone);
    expect(read).toEqual(entries);
  });
});

/** The one address of a line, behind its name; `undefined` where there is none, or another one. */
function readAlone(line: string): string | undefined {
  const [entry, ...more] = entriesIn(line) ?? [];
  if (!entry?.address || more.length > 0) return undefined;
  return entry.name ? `${entry.name}|${entry.address}` : entry.address;
}
