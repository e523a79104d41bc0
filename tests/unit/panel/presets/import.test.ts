import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delimiterOf, formatCsv, inert, parseCsv } from '../../../../panel/files/csv';
import { readImport } from '../../../../panel/presets/read-presets';
import { presetsAsCsv, presetsAsJson } from '../../../../panel/presets/write-presets';
import { forAll } from '../../generated/for-all';

/** Ways to spoil a line; `why` is a part of what is said about it. */
const SPOILT: readonly { line: (n: number) => string; why: string }[] = [
  { line: () => 'No destination,,sip,GUEST,', why: 'Enter an address' },
  { line: (n) => `Bad protocol ${n},a@example.com,smtp,GUEST,`, why: 'Protocol' },
  { line: (n) => `Bad role ${n},a@example.com,sip,KING,`, why: 'Role' },
  { line: (n) => `Bad tones ${n},a@example.com,sip,GUEST,12x`, why: 'aren’t tones: x' },
  { line: (n) => `Too many ${n},a@example.com,sip,GUEST,12,more`, why: 'has 6 values for 5 columns' },
  { line: (n) => `Too long ${n},${'x'.repeat(513)},sip,GUEST,`, why: 'Use 512 characters' },
  { line: (n) => `Open quote ${n},"a@example.com,sip,GUEST,`, why: 'never closed' },
];

describe('a file of 1 000 lines with 37 bad ones', () => {
  const header = 'name,destination,protocol,role,dtmf_sequence';
  const bad = new Map<number, (typeof SPOILT)[number]>();
  // The open quote closes at the next quote, wherever that is: so it comes only as the last one.
  for (let index = 0; index < 36; index++) bad.set(5 + index * 26, SPOILT[index % 6] ?? fail());
  bad.set(1000, SPOILT[6] ?? fail());
  const lines = Array.from({ length: 999 }, (_, index) => {
    const line = index + 2;
    return bad.get(line)?.line(line) ?? `Person ${line},p${line}@example.com,SIP,guest,`;
  });
  const reading = readImport([header, ...lines].join('\r\n'));

  it('keeps the good ones', async () => {
    const preview = await reading;
    const people = Array.from({ length: 999 }, (_, index) => index + 2).filter((line) => !bad.has(line));
    expect(preview.good).toEqual(
      people.map((line) => ({
        name: `Person ${line}`,
        request: { destination: `p${line}@example.com`, protocol: 'sip', role: 'GUEST' },
      })),
    );
  });

  it('lists the bad ones with their line numbers and the reason', async () => {
    const preview = await reading;
    expect(preview.bad).toHaveLength(37);
    for (const [index, [line, { why }]] of [...bad].entries()) {
      expect(preview.bad[index]).toMatch(new RegExp(`^Line ${line}: .*${why}`));
    }
  });
});

function fail(): never {
  throw new Error('There is no such way to spoil a line.');
}

describe('what is read', () => {
  it.each([
    ['semicolons', 'name;destination\nA;a@example.com'],
    ['tabs', 'name\tdestination\nA\ta@example.com'],
    ['a byte order mark and other columns', '\ufeffDestination,Name,Notes\na@example.com,A,x'],
    ['quotes', 'name,destination\n"A","a@example.com"'],
    ['JSON, as exported', '{"version":1,"presets":[{"name":"A","request":{"destination":"a@example.com"}}]}'],
    ['JSON, flat', '[{"name":"A","destination":"a@example.com"}]'],
  ])('%s', async (_, text) => {
    expect(await readImport(text)).toEqual({
      good: [{ name: 'A', request: { destination: 'a@example.com', protocol: 'auto', role: 'GUEST' } }],
      bad: [],
      notes: [],
      ignored: text.includes('Notes') ? ['Notes'] : [],
    });
  });

  it.each([
    ['no header', 'alice@example.com\nbob@example.com', 'must contain the column names'],
    ['broken JSON', '{"presets":', 'Not valid JSON'],
    ['JSON without a list', '{"a":1}', 'contain a list of presets'],
    [
      'a bad entry',
      '[{"destination":"a"},{"destination":7}]',
      'Entry 2: Destination: This field must be text.',
    ],
    ['an entry that is none', '[null]', 'Entry 1: Destination: Enter an address'],
  ])('%s: says why', async (_, text, why) => {
    const { bad } = await readImport(text);
    expect(bad).toHaveLength(1);
    expect(bad[0]).toContain(why);
  });

  it('lines count where a cell has several', async () => {
    const text = 'name,destination\n"Two\nlines",a@example.com\nB,\n';
    const read = await readImport(text);
    expect(read.good[0]?.name).toBe('Two\nlines');
    expect(read.bad[0]).toMatch(/^Line 4: /);
  });
});

describe('what is written', () => {
  const presets = [
    {
      id: '1',
      name: 'With "quotes", commas\nand lines',
      request: {
        destination: 'rtmp://example.com/a',
        protocol: 'rtmp',
        role: 'HOST',
        streaming: 'yes',
        presentation_url: 'rtmp://example.com/b',
        dtmf_sequence: ',,12#',
        keep_conference_alive: 'keep_conference_alive_never',
      },
    },
    { id: '2', name: 'B', request: { destination: '+4722334455', protocol: 'auto', role: 'GUEST' } },
  ] as const;
  const asImported = presets.map(({ name, request }) => ({ name, request }));

  it.each([presetsAsCsv(presets), presetsAsJson(presets)])('is read back as it was', async (text) => {
    expect(await readImport(text)).toEqual({ good: asImported, bad: [], notes: [], ignored: [] });
  });

  it('is CSV that reads back, whatever is in it', () => {
    const cell = fc.string().map((text) => text.replaceAll('\r', ''));
    const row = fc.tuple(fc.constant('x'), cell, cell);
    forAll(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        expect(parseCsv(formatCsv(rows), ',').map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });

  it('is read to its end, whatever is in it, each record at a line of its own', () => {
    const text = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '\r\n', 'a', ' ') });
    forAll(
      fc.property(text, (source) => {
        const lines = parseCsv(source, ',').map(({ line }) => line);
        const last = source.split(/\r\n|\n|\r/).length;
        expect(lines.every((line, at) => line > (lines[at - 1] ?? 0) && line <= last)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('loses no good line to a bad one before it', () => {
    const noise = fc.string({ unit: fc.constantFrom('"', ',', 'a', ' '), maxLength: 12 });
    const ending = fc.constantFrom('\n', '\r', '\r\n');
    forAll(
      fc.property(noise, ending, (bad, end) => {
        // What a quote begins may go on in the next lines, unless they show that it does not.
        const records = parseCsv(['x,y', bad, '"Ann",a@x', 'Bob,b@x', '"Cy",c@x', ''].join(end), ',');
        const read = records.map(({ cells }) => cells.join());
        expect(read).toContain('Bob,b@x');
        expect(read.at(-1)).toBe('Cy,c@x');
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-cmd', "'-cmd"],
    ['+47 22 33', '+47 22 33'],
    ['-5', '-5'],
    ['alice', 'alice'],
    ['＝HYPERLINK("x")', '\'＝HYPERLINK("x")'],
    ['＋1', "'＋1"],
    ['＠SUM(1)', "'＠SUM(1)"],
    ['－1+1', "'－1+1"],
    ['\n=1+1', "'\n=1+1"],
  ])('cannot become a formula: %s', (cell, written) => expect(inert(cell)).toBe(written));

  it('finds the delimiter', () => {
    expect(['a,b', 'a;b;c', 'a\tb', 'a'].map(delimiterOf)).toEqual([',', ';', '\t', ',']);
  });
});

describe('groups of presets', () => {
  const request = { destination: 'room@example.com', protocol: 'auto', role: 'GUEST' } as const;
  const presets = [
    { id: '1', name: 'One', request, group: 'Labs; "north"' },
    { id: '2', name: 'Two', request },
  ];
  const same = [
    { name: 'One', request, group: 'Labs; "north"' },
    { name: 'Two', request },
  ];

  it('are exported and imported, as JSON and as CSV', async () => {
    expect((await readImport(presetsAsJson(presets))).good).toEqual(same);
    expect((await readImport(presetsAsCsv(presets))).good).toEqual(same);
  });

  it('cost a table without any no column', () => {
    expect(presetsAsCsv(presets.slice(1)).split('\n')[0]).not.toContain('group');
  });
});
