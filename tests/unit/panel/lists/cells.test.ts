import { describe, expect, it } from 'vitest';
import { brief, read } from './read-lines';

describe('cells of a spreadsheet with lines in them', () => {
  it('are one cell, and the rows below keep their line', async () => {
    const targets = await read(
      '"Alice ""Al""\r\nSmith"\talice@x',
      '"Second\nfloor"\t"Bob"\tbob@x',
      'x\tNobody',
    );
    expect(brief(targets.slice(0, 2))).toEqual(['Alice "Al" Smith → alice@x', 'Second floor → bob@x']);
    expect(targets.map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it('end with the text where their quotes do not', async () => {
    expect(await read('"Alice\talice@x', 'Bob\tbob@x')).toHaveLength(2);
  });
});

describe('names and addresses', () => {
  it.each([
    ['Boardroom, board@example.com', 'Boardroom → board@example.com'],
    ['Boardroom;board@example.com', 'Boardroom → board@example.com'],
    ['Boardroom\tboard@example.com', 'Boardroom → board@example.com'],
    ['Boardroom | board@example.com', 'Boardroom → board@example.com'],
    ['Boardroom\t\tboard@example.com\t', 'Boardroom → board@example.com'],
    ['"Board, 2nd floor",board@example.com', 'Board, 2nd floor → board@example.com'],
    ['board@example.com # Boardroom', 'Boardroom → board@example.com'],
    ['Reception = +47 22 33 44 55', 'Reception → +4722334455'],
    ['3. Reception: 22 33 44 55', 'Reception → +4722334455'],
    ['Old codec 10.0.0.5##4711', 'Old codec → 10.0.0.5##4711'],
  ])('%s', async (line, expected) => {
    expect(brief(await read(line))).toEqual([expected]);
  });

  it.each([
    ['alice@x; bob@x', ['alice@x → alice@x', 'bob@x → bob@x']],
    ['alice@x, bob@x, carol@x', ['alice@x → alice@x', 'bob@x → bob@x', 'carol@x → carol@x']],
    ['Alice <alice@x>, Bob <bob@x>', ['Alice → alice@x', 'Bob → bob@x']],
    ['alice@x bob@x', ['alice@x → alice@x', 'bob@x → bob@x']],
  ])('several in one line are several calls: %s', async (line, expected) => {
    expect(brief(await read(line))).toEqual(expected);
  });

  it('of a table follow its headers, whatever their order, and the quotes of its cells', async () => {
    const targets = await read(
      'Protocol;Address;Room;Floor',
      'h323;10.0.0.5;"Room; large";2',
      ';sip:ann@example.com;Ann;3',
      'sip;"broken"x;Bob;1',
      ';;Nobody;1',
    );
    expect(brief(targets)).toEqual([
      'Room; large → 10.0.0.5',
      'Ann → ann@example.com',
      '✗ sip;"broken"x;Bob;1',
      '✗ Nobody',
    ]);
    expect(targets[0]).toMatchObject({ request: { protocol: 'h323' } });
    expect(targets[2]).toMatchObject({ line: 4 });
  });
});

describe('cells behind the address', () => {
  const notes = async (line: string) =>
    (await read(line)).map((target) => ('request' in target ? (target.note ?? '') : '✗'));

  it.each([
    'Room 1\troom1@x\t1234',
    'Room 1\troom1@x\t\t*1234#',
    'Room 1, room1@x, 987654',
    'Room 1;room1@x;4711;host',
    'room1@x\tHost',
    'Room 1\troom1@x\tH.323',
    '172.22.30.40\tRoom 1\tGuest',
  ])('are told not to be used, as nobody knows what they are: %j', async (line) => {
    expect(await notes(line)).toEqual([expect.stringContaining('other cells aren’t used')]);
  });

  it.each([
    '1\tRoom 1\troom1@x',
    '101\troom1@x',
    'Room 1, room1@x, second floor',
    'Room 1\troom1@x',
    'room1@x;transport=tls',
    '+4722334455,,1234#',
    'alice@x; bob@x',
  ])('don’t matter where there are none, or only names: %j', async (line) => {
    expect((await notes(line)).join()).not.toContain('other cells');
  });
});
