import { describe, expect, it, vi } from 'vitest';
import { readLines, type Target } from '../../../../panel/lists/lines';
import { summaryOf, withoutRepeats } from '../../../../panel/lists/summary';
import { reportAsJUnit } from '../../../../panel/state/call-report';
import type { DialRequest } from '../../../../protocol/dial-fields';
import { LIMITS } from '../../../../protocol/limits';

const DEFAULTS = { protocol: 'auto', role: 'GUEST', region: 'NO' } as const;
const read = async (...lines: readonly string[]) => (await readLines(lines.join('\n'), DEFAULTS)).targets;
const brief = (targets: readonly Target[]) =>
  targets.map((each) =>
    'request' in each ? `${each.name} → ${each.request.destination}` : `✗ ${each.name}`,
  );
const allowed = () => undefined;

describe('pasted lines', () => {
  it('are read as the form reads each of them', async () => {
    const lines = [
      'alice@example.com',
      '',
      '// a note',
      '22 33 44 55',
      'h323:10.0.0.5',
      'https://meet.google.com/x',
    ];
    const { targets } = await readLines(lines.join('\r\n'), { protocol: 'auto', role: 'HOST', region: 'NO' });
    expect(targets).toMatchObject([
      { request: { destination: 'alice@example.com', protocol: 'auto', role: 'HOST' } },
      { name: '22 33 44 55', request: { destination: '+4722334455' } },
      { request: { destination: '10.0.0.5', protocol: 'h323' } },
      { line: 6, error: expect.stringContaining('can’t be dialed') },
    ]);
  });

  it('are dialed with the default protocol where they name none', async () => {
    const lines = 'alice@example.com\n22 33 44 55\nsip:bob@example.com';
    const { targets } = await readLines(lines, { protocol: 'h323', role: 'GUEST', region: 'NO' });
    expect(targets).toMatchObject([
      { request: { destination: 'alice@example.com', protocol: 'h323' } },
      { request: { destination: '+4722334455', protocol: 'h323' } },
      { request: { destination: 'bob@example.com', protocol: 'sip' } },
    ]);
  });
});

describe('lines for people', () => {
  it.each([
    '# Second floor',
    '#Second floor',
    '#',
    '## 2024',
    '// alice@example.com',
    '//',
    '   # indented',
    '',
    ' \t ',
    '\u00a0',
    '________',
    '|---|:--:|',
    '════',
    '• • •',
  ])('are passed over: %j', async (line) => {
    expect(brief(await read('a@x', line, 'b@x'))).toEqual(['a@x → a@x', 'b@x → b@x']);
  });

  it.each([
    ['#31#+4722334455', '#31#+4722334455'],
    ['#21#', '#21#'],
    ['##002#', '##002#'],
    ['*#06#', '*#06#'],
  ])('are told from codes of a phone system: %s', async (line, destination) => {
    expect(await read(line)).toMatchObject([{ request: { destination } }]);
  });
});

describe('a first line', () => {
  it.each([
    ['Alice;alice@x;sip', 'Bob;bob@x;sip'],
    ['Alice,alice@x,sip', 'Bob,bob@x,sip'],
    ['Alice,12,phone', 'Bob,13,phone'],
    ['Alice,+4722334455,phone', 'Bob,+4722334456,phone'],
    ['rtmp://host/a/b,url', 'rtmp://host/a/c,url'],
  ])('is an entry and not a header where it has one: %s', async (...lines) => {
    expect(await read(...lines)).toHaveLength(2);
  });

  it.each([
    ['+47 22 33 44 55 / +47 66 77 88 99', '+4722334455', '+4766778899'],
    ['+4722334455 +4766778899', '+4722334455', '+4766778899'],
    ['rtmp://host/a/b rtmp://host2/a/b', 'rtmp://host/a/b', 'rtmp://host2/a/b'],
    ['sip:alice@x sip:bob@x', 'alice@x', 'bob@x'],
    ['alice@x and bob@x', 'alice@x', 'bob@x'],
    ['alice@x/bob@x', 'alice@x', 'bob@x'],
  ])('has several in it: %s', async (line, ...destinations) => {
    const targets = await read(line);
    expect(targets.map((each) => 'request' in each && each.request.destination)).toEqual(destinations);
  });
});

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

describe('a line without end', () => {
  it.each(['a', 'a ', 'a) ', '((', '"', 'a.', '+', '<', 'a@b ', '1 '])(
    'of %j is looked at once',
    async (sign) => {
      const targets = await read(sign.repeat(400_000));
      expect(targets).toMatchObject([{ error: expect.any(String) }]);
    },
  );

  it('has everybody of a long mail in it, with their names', async () => {
    const people = Array.from({ length: 2_000 }, (_, at) => `"Smith; Alice ${at}" <alice${at}@example.com>`);
    const targets = await read(people.join('; '));
    expect(targets).toHaveLength(2_000);
    expect(targets[1_999]).toMatchObject({
      name: 'Smith; Alice 1999',
      request: { destination: 'alice1999@example.com' },
    });
  });
});

describe('numbering and bullets', () => {
  it.each([
    ['1. a@x', '2. b@x', '10. c@x'],
    ['1) a@x', '2) b@x', '3) c@x'],
    ['(1) a@x', '(2) b@x', '(3) c@x'],
    ['a) a@x', 'b) b@x', 'c) c@x'],
    ['- a@x', '* b@x', '+ c@x'],
    ['• a@x', '‣ b@x', '▪ c@x'],
    ['- [ ] a@x', '- [x] b@x', '- [✓] c@x'],
    ['– a@x', '— b@x', '→ c@x'],
    ['> a@x', '> > b@x', '>c@x'],
  ])('%s, %s, %s lead to the addresses', async (...lines) => {
    const targets = await read(...lines);
    expect(targets.map((each) => 'request' in each && each.request.destination)).toEqual([
      'a@x',
      'b@x',
      'c@x',
    ]);
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

describe('what would come of a list', () => {
  it('is counted before anything is dialed: dialed, not dialed, repeated', async () => {
    const good = Array.from({ length: 22 }, (_, index) => `room${index}@example.com`);
    const targets = await read(
      ...good,
      'sip:room1@example.com',
      'Room 7, room7@example.com',
      'room7@example.com',
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting',
      'alice@',
      '2024-11-28',
    );
    const { text, details, repeated } = summaryOf(targets, allowed);
    expect(text).toBe('25 will be dialed, 3 can’t be dialed, 2 are repeats');
    expect(repeated).toBe(2);
    expect(details.map((line) => line.match(/^Line (\d+)/)?.[1])).toEqual(['26', '27', '28']);
  });

  it('has a repeat of another protocol, role or tones as a call of its own', async () => {
    const targets = await read(
      'sip:a@x',
      'h323:a@x',
      'a@x',
      'a@x',
      '+47 22 33 44 55,,1',
      '+47 22 33 44 55,,2',
    );
    expect(withoutRepeats(targets)).toHaveLength(5);
  });

  it('dials each once where that is wanted, and keeps what cannot be dialed', async () => {
    const targets = await read('b@x', 'a@x', '@', 'Bea <b@x>', '@', 'c@x');
    expect(brief(withoutRepeats(targets))).toEqual(['b@x → b@x', 'a@x → a@x', '✗ @', '✗ @', 'c@x → c@x']);
  });

  it('counts what the administrator refuses among those that cannot be dialed', async () => {
    const refusal = ({ destination }: DialRequest) =>
      destination.endsWith('@x') ? undefined : 'Not allowed.';
    const { text, details } = summaryOf(await read('a@x', 'a@y'), refusal);
    expect(text).toBe('1 will be dialed, 1 can’t be dialed');
    expect(details).toEqual(['Line 2: a@y: Not allowed.']);
  });

  it('is shown in JUnit with a name for each, repeats too', async () => {
    const targets = await read('a@x', 'a@x', 'a@x (2)', 'a@x');
    const rows = targets.map((target) => ({ target, result: { outcome: 'joined' as const, seconds: 1 } }));
    const names = [...reportAsJUnit(rows, new Date(0)).matchAll(/ name="([^"]*)" time/g)].map(
      ([, name]) => name,
    );
    expect(names.length).toBe(4);
    expect(new Set(names).size).toBe(4);
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

describe('attack: a list without end', () => {
  const tooMany = 'A list can have 5000 destinations. The lines from here on weren’t read.';

  it.each([
    ['lines', 'a@x\n'.repeat(20_000), LIMITS.list + 1],
    ['addresses in one line', 'a@x, b@x, '.repeat(10_000), 1],
    ['records of a table', `destination,role\n${'a@x,guest\n'.repeat(20_000)}`, LIMITS.list + 2],
  ])('is read up to a limit, in words: %s', async (_, text, line) => {
    const targets = await read(text);
    expect(targets).toHaveLength(LIMITS.list + 1);
    expect(targets.at(-1)).toMatchObject({ line, error: tooMany });
    expect(targets.slice(0, -1).every((each) => 'request' in each)).toBe(true);
  });

  it('lets the panel draw while it is read', async () => {
    const now = vi.spyOn(performance, 'now');
    // Each step takes long.
    let time = 0;
    now.mockImplementation(() => (time += 50));
    const turns = vi.spyOn(globalThis, 'setTimeout');
    await read('a@x\nb@x\nc@x');
    expect(turns.mock.calls.length).toBeGreaterThanOrEqual(3);
    now.mockRestore();
    turns.mockRestore();
  });
});
