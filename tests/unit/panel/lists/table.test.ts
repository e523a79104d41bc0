import { describe, expect, it } from 'vitest';
import { hidePins } from '../../../../panel/lists/hide-pins';
import { readLines, type Target } from '../../../../panel/lists/lines';
import { readImport } from '../../../../panel/presets/read-presets';
import type { DialRequest } from '../../../../protocol/dial-fields';
import { DEFAULTS } from './read-lines';

const brief = ({ destination, protocol, role, dtmf_sequence }: DialRequest) =>
  [destination, protocol, role, dtmf_sequence].filter(Boolean).join(' ');
const shown = (target: Target) =>
  'request' in target ? `${target.name}: ${brief(target.request)}` : `✗ ${target.name}: ${target.error}`;
const read = async (text: string, chosen?: DialRequest['protocol']) =>
  (await readLines(text, { ...DEFAULTS, chosen })).targets.map(shown);

describe.each([
  ['lists', read],
  [
    'presets',
    async (text: string) =>
      (await readImport(text, 'NO')).good.map((each) => `${each.name}: ${brief(each.request)}`),
  ],
] as const)('a table in %s', (_, readTable) => {
  it.each([
    ['name,destination,PIN,role,protocol\nA,a@x,1234,host,sip', 'A: a@x sip HOST ,,1234#'],
    ['Room;Address;Pin code\nA;a@x; 12 34 # ', 'A: a@x auto GUEST ,,1234#'],
    ['name\tdestination\tpasscode\nA\ta@x\t0042', 'A: a@x auto GUEST ,,0042#'],
    ["name,destination,pin\nA,a@x,'0042", 'A: a@x auto GUEST ,,0042#'],
    ['name,destination,pin\nA,a@x,١٢٣٤', 'A: a@x auto GUEST ,,1234#'],
    ['name,destination,pin\nA,"+47 22 33 44 55,,99#",1234', 'A: +4722334455 auto GUEST ,,99#,,1234#'],
    ['name,destination,tones,pin\nA,a@x,1p2,1234', 'A: a@x auto GUEST 1p2,,1234#'],
    ['name,destination,pin,as_typed\nA,a@x,1234,yes', 'A: a@x auto GUEST ,,1234#'],
    ['name,destination,pin\nA,a@x,', 'A: a@x auto GUEST'],
    ['sep=|\nname|destination|pin\nA|a@x|1', 'A: a@x auto GUEST ,,1#'],
    ['# rooms, all; of them\nname;destination;pin\n# Old,;old@x;1\nA;a@x;1', 'A: a@x auto GUEST ,,1#'],
    ['Room | Address\n---|---\nA | a@x', 'A: a@x auto GUEST'],
    ['Name;Telefon;Abteilung\r\nA;+47 22 33 44 55;Vertrieb\r\n', 'A: +4722334455 auto GUEST'],
    ['Nombre\tCorreo\tTeléfono\nA\tb@x\t+47 22 33 44 55', 'A: +4722334455 auto GUEST'],
    ['Name,E-mail,Department\nA,a@x,Sales', 'A: a@x auto GUEST'],
    ['Name,E-mail,SIP address\nA,b@x,a@x', 'A: a@x auto GUEST'],
    ['name,destination\n"Large\nroom",a@x', 'Large\nroom: a@x auto GUEST'],
  ])('has what each line says: %j', async (text, expected) => {
    expect(await readTable(text)).toEqual([expected]);
  });
});

describe('a table in lists', () => {
  it.each([
    ['12a4', 'PIN: must contain digits only'],
    ['1234,5', 'has 4 values for 3 columns'],
    ['9'.repeat(130), 'PIN: Too long. Use 128 characters or fewer.'],
  ])('says what is wrong with a line, and dials the others: PIN %s', async (pin, why) => {
    const found = await read(`name,destination,pin\nA,a@x,${pin}\nB,b@x,1`);
    expect(found).toEqual([`✗ A: ${why}`, 'B: b@x auto GUEST ,,1#']);
  });

  it('never shows a line whole in which there may be a PIN', async () => {
    const [bad] = await read('name,destination,pin\nA,"a@x"x,1234\nB,b@x,1');
    expect(bad).toBe('✗ …: has text after a closing quotation mark');
  });

  it('takes the chosen protocol where a line has none, and lines that aren’t a table do too', async () => {
    expect(await read('name,destination,protocol\nA,sip:a@x,\nB,b@x,rtmp', 'h323')).toEqual([
      'A: a@x h323 GUEST',
      'B: b@x rtmp GUEST',
    ]);
    expect(await read('a@x\nsip:b@x', 'h323')).toEqual(['a@x: a@x h323 GUEST', 'sip:b@x: b@x h323 GUEST']);
    expect(await read('a@x\nsip:b@x')).toEqual(['a@x: a@x auto GUEST', 'sip:b@x: b@x sip GUEST']);
  });

  it('names the columns that are passed over', async () => {
    expect(await readLines('Floor,destination,,Size\n2,a@x,,4', DEFAULTS)).toMatchObject({
      ignored: ['Floor', 'Size'],
    });
    expect((await readLines('a@x\nb@x', DEFAULTS)).ignored).toBeUndefined();
  });
});

describe('a table on screen', () => {
  it.each([
    ['name,destination,pin\nA,a@x,1234', 'name,destination,pin\nA,a@x,••••'],
    ['pin;destination;tones\n\n1234;a@x;1p2\n;b@x;', 'pin;destination;tones\n\n••••;a@x;••••\n;b@x;'],
    ['pin,destination\n1234,a@x,5678', 'pin,destination\n••••,a@x,••••'],
    ['destination,pin\n"a@x"x,1234', 'destination,pin\n••••'],
  ])('has no PIN in it: %j', (text, expected) => {
    expect(hidePins(text)).toBe(expected);
  });

  it.each(['a@x\n1234', 'name,destination\nA,a@x', ''])('is left as it is without PINs: %j', (text) => {
    expect(hidePins(text)).toBeUndefined();
  });
});
