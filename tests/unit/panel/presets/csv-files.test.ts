import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatCsv, inert } from '../../../../panel/files/csv';
import { readImport } from '../../../../panel/presets/read-presets';
import { presetsAsCsv } from '../../../../panel/presets/write-presets';
import { decodeText } from '../../../../panel/ui/decode-text';
import { EXPORTED } from '../../../fixtures/csv/exported';

const FOLDER = 'tests/fixtures/csv';
const bytesOf = (name: string) => new Uint8Array(readFileSync(`${FOLDER}/${name}`));
const sheets = readdirSync(FOLDER).filter((name) => /^(?:utf|windows).*\.csv$/.test(name));

describe.each(sheets)('%s of LibreOffice', (name) => {
  const decoded = decodeText(bytesOf(name), 'en-US');

  it('is read whole, with its letters and its line breaks', async () => {
    expect(await readImport(decoded.text, 'NO')).toEqual({
      good: [
        {
          name: 'Müller, Käthe',
          request: {
            destination: 'kaethe.mueller@example.com',
            protocol: 'sip',
            role: 'GUEST',
            text: 'Größe 1',
          },
        },
        {
          name: 'Ørsted Møterom',
          request: {
            destination: '+4722334455',
            protocol: 'auto',
            role: 'GUEST',
            dtmf_sequence: ',,1234#',
            text: '«Møte»',
          },
        },
        {
          name: 'Salle "Été"',
          request: { destination: 'ete@example.com', protocol: 'sip', role: 'GUEST', text: 'Ça va' },
        },
        {
          name: '=SUM(A1)',
          request: {
            destination: 'formula@example.com',
            protocol: 'auto',
            role: 'GUEST',
            text: 'two\nlines',
          },
        },
        {
          name: 'Phone',
          request: { destination: '+4722334455', protocol: 'auto', role: 'GUEST', text: 'x' },
        },
      ],
      bad: [],
      notes: [],
      ignored: [],
    });
  });

  it('says that its encoding was assumed only where nothing in it tells', () => {
    expect(decoded.isAssumed).toBe(name.startsWith('windows'));
    expect(name.startsWith(decoded.encoding.replace('le', ''))).toBe(true);
  });
});

describe('an export', () => {
  const asImported = EXPORTED.map(({ name, request }) => ({ name, request }));

  it('is the file that a spreadsheet was given', () => {
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf('exported.csv'))).toBe(
      presetsAsCsv(EXPORTED),
    );
    expect([...bytesOf('exported.csv').slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it.each(['exported.csv', 'exported-saved-again.csv', 'exported-saved-again-utf-16.csv'])(
    'comes back as it was: %s',
    async (name) => {
      const { good, bad } = await readImport(decodeText(bytesOf(name), 'en-US').text);
      expect(bad).toEqual([]);
      expect(good).toEqual(asImported);
    },
  );

  it('has no cell that a spreadsheet would run', () => {
    const cells = presetsAsCsv(EXPORTED)
      .replace('\ufeff', '')
      .split(/\r\n|","|,/);
    expect(cells.filter((cell) => /^"?[=+@\-\t\r]/.test(cell))).toEqual([]);
    expect(formatCsv([['=1', '@x', '-cmd', '+cmd', '\t=1'].map(inert)])).toBe(
      "\ufeff'=1,'@x,'-cmd,'+cmd,\"'\t=1\"\r\n",
    );
  });
});

describe('the bytes of a file', () => {
  const encode = (text: string, bytes: Readonly<Record<string, number>>) =>
    Uint8Array.from(text, (letter) => bytes[letter] ?? letter.charCodeAt(0));
  const wide = (text: string, isLittle: boolean, mark = true) =>
    Uint8Array.from(
      [...(mark ? '\ufeff' : ''), ...text].flatMap((letter) => {
        const [high, low] = [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 0xff];
        return isLittle ? [low, high] : [high, low];
      }),
    );

  it.each([
    ['Hungarian', 'hu-HU', 'Műterem', { ű: 0xfb }, 'windows-1250'],
    ['Polish', 'pl', 'Łódź', { Ł: 0xa3, ó: 0xf3, ź: 0x9f }, 'windows-1250'],
    ['Russian', 'ru-RU', 'Зал', { З: 0xc7, а: 0xe0, л: 0xeb }, 'windows-1251'],
    [
      'Greek',
      'el',
      'Αίθουσα',
      { Α: 0xc1, ί: 0xdf, θ: 0xe8, ο: 0xef, υ: 0xf5, σ: 0xf3, α: 0xe1 },
      'windows-1253',
    ],
    ['Turkish', 'tr-TR', 'Şube', { Ş: 0xde }, 'windows-1254'],
    ['Norwegian', 'nb', 'Møterom', { ø: 0xf8 }, 'windows-1252'],
  ])('are read in the code page of Windows in %s, which is said', (_, language, word, bytes, encoding) => {
    const decoded = decodeText(encode(`name,destination\n${word},a@x\n`, bytes), language);
    expect(decoded).toEqual({ text: `name,destination\n${word},a@x\n`, encoding, isAssumed: true });
  });

  it('are read anew in the code page that the user chooses', () => {
    const bytes = encode('Műterem', { ű: 0xfb });
    expect(decodeText(bytes, 'en').text).toBe('Mûterem');
    expect(decodeText(bytes, 'en', 'windows-1250').text).toBe('Műterem');
  });

  it.each([
    ['little-endian, marked', wide('näme\tdéstination', true), 'utf-16le'],
    ['big-endian, marked', wide('näme\tdéstination', false), 'utf-16be'],
    ['little-endian, unmarked', wide('näme\tdéstination', true, false), 'utf-16le'],
    ['big-endian, unmarked', wide('näme\tdéstination', false, false), 'utf-16be'],
  ])('are read as UTF-16: %s', (_, bytes, encoding) => {
    expect(decodeText(bytes, 'en')).toEqual({ text: 'näme\tdéstination', encoding, isAssumed: false });
  });

  it('of nothing are nothing', () => {
    expect(decodeText(new Uint8Array(), 'en')).toEqual({ text: '', encoding: 'utf-8', isAssumed: false });
  });
});

describe('a table', () => {
  const names = async (text: string) => {
    const { good, bad, ignored } = await readImport(text);
    return { good: good.map(({ name, request }) => `${name} ${request.destination}`), bad, ignored };
  };

  it.each([
    ['sep=;', 'sep=;\nlabel;destination\nA;a@x\n'],
    ['sep= of its own', '"sep=|"\r\nlabel|destination\r\nA|a@x\r\n'],
    ['SEP= with a tab', 'SEP=\t\nlabel\tdestination\nA\ta@x'],
    ['a byte order mark before sep=', '\ufeffsep=;\nlabel;destination\nA;a@x\n'],
  ])('tells its separator in the first line: %s', async (_, text) => {
    expect(await names(text)).toEqual({ good: ['A a@x'], bad: [], ignored: [] });
  });

  it('counts that line where it reports another', async () => {
    expect((await names('sep=;\nname;destination\nA;\n')).bad[0]).toMatch(/^Line 3: /);
  });

  it.each([
    ['label', 'destination'],
    ['Title', 'Address'],
    ['CONTACT', 'URI'],
    ['Full name', 'Phone number'],
    ['Room', 'SIP address'],
  ])('names its columns in other words: %s, %s', async (name, destination) => {
    expect((await names(`${name},${destination}\nA,a@x`)).good).toEqual(['A a@x']);
  });

  it('says which columns it leaves', async () => {
    expect((await names('Floor,name,destination,E-mail\n2,A,a@x,mail')).ignored).toEqual(['Floor', 'E-mail']);
  });

  it.each([
    ['text behind a quote, then another quoted cell', 'A,"a@x"oops,"y"', 'text after a closing'],
    ['text behind a quote alone', '"A"b,a@x', 'text after a closing'],
    ['two quotes in a row', '"A"",a@x', 'never closed'],
    ['a quote in a quoted cell', '"A "B" C",a@x', 'text after a closing'],
  ])('has one bad line cost itself alone: %s', async (_, line, why) => {
    const { good, bad } = await names(`name,destination\nGood,g@x\n${line}\n"Last",l@x\nMore,m@x\n`);
    expect(good).toEqual(['Good g@x', 'Last l@x', 'More m@x']);
    expect(bad).toHaveLength(1);
    expect(bad[0]).toMatch(new RegExp(`^Line 3: .*${why}`));
  });
});
