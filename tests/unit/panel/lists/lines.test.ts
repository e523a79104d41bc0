import { describe, expect, it } from 'vitest';
import { readLines } from '../../../../panel/lists/lines';
import { brief, read } from './read-lines';

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

describe('a line with several addresses of which none is certain', () => {
  it.each([
    'call a@x.com or b@y.com',
    '22334455 / 66778899',
    'Room 1: a@x.com b@y.com',
    'name,destination\nAnn,a@x.com b@y.com',
  ])('is not sent to where it is: %j', async (text) => {
    const { targets } = await readLines(text, { protocol: 'auto', role: 'GUEST', region: 'NO' });
    expect(targets).toMatchObject([{ error: expect.stringContaining('Put each on its own line.') }]);
    expect(JSON.stringify(targets)).not.toContain('Use Many');
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
