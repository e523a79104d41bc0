import { describe, expect, it } from 'vitest';
import { mergePlugin } from '../../../../branding/packer/branding/merge';
import { PLUGIN } from './support/bundle';
import { rawZip } from './support/raw-zip';
import { expectRefused, MANIFEST, type Scenario, withEntry } from './support/refusal';

const named = (name: string) => withEntry({ name, content: 'x' });
const good = rawZip([MANIFEST, { name: 'webapp3/branding/a.txt', content: 'hello '.repeat(100) }]);
const changed = (at: number, value: number) =>
  Uint8Array.from(good, (byte, index) => (index === at ? value : byte));
const inFirstData = 30 + MANIFEST.name.length + 5;
/** Where the first entry's data ends: the next local header is here. */
const afterManifest = rawZip([MANIFEST]).length - 22 - 46 - MANIFEST.name.length;
const beforeEnd = (...bytes: number[]) =>
  Uint8Array.of(...good.subarray(0, good.length - 22), ...bytes, ...good.subarray(good.length - 22));
/** A ZIP64 field of a length, with one value in all its bytes or in the first alone. */
const zip64Field = (length: number, value = 1, inFirst = false) =>
  Uint8Array.of(1, 0, length, 0, ...Array.from({ length }, (_, at) => (inFirst && at > 0 ? 0 : value)));
const ZIP64_LOCATOR = [0x50, 0x4b, 6, 7, ...Array<number>(16).fill(0)];
const ZEROS = new Uint8Array(20 * 2 ** 20);

const ARCHIVES: Scenario[] = [
  {
    name: 'a byte between directory and end',
    zip: beforeEnd(0),
    reason: 'damaged',
    words: 'not at the given position',
  },
  { name: 'a ZIP64 locator alone', zip: beforeEnd(...ZIP64_LOCATOR), reason: 'damaged', words: 'ZIP64 end' },
  { name: 'nothing', zip: new Uint8Array(), reason: 'not-a-zip', words: 'isn’t a ZIP' },
  {
    name: 'a page',
    zip: new TextEncoder().encode('<!doctype html>'),
    reason: 'not-a-zip',
    words: 'isn’t a ZIP',
  },
  { name: 'half a download', zip: good.slice(0, good.length - 60), reason: 'damaged', words: 'incomplete' },
  {
    name: 'a line break after its end',
    zip: Uint8Array.of(...good, 0x0d, 0x0a),
    reason: 'unsupported',
    words: '2 bytes after its end',
  },
  {
    name: 'something after the zeros behind its end',
    zip: Uint8Array.of(...good, ...Array<number>(600).fill(0), 1),
    reason: 'unsupported',
    words: '601 bytes after its end',
  },
  {
    name: 'a size in a ZIP64 field that it does not have',
    zip: withEntry({ name: 'a', content: 'x', size: 0xffffffff }),
    reason: 'damaged',
    words: 'directory',
  },
  {
    name: 'a ZIP64 field that is too short',
    zip: withEntry({ name: 'a', content: 'x', size: 0xffffffff, extra: zip64Field(4) }),
    reason: 'damaged',
    words: 'directory',
  },
  {
    name: 'two ZIP64 fields',
    zip: withEntry({
      name: 'a',
      content: 'x',
      size: 0xffffffff,
      extra: Uint8Array.of(...zip64Field(8, 1), ...zip64Field(8, 2)),
    }),
    reason: 'damaged',
    words: 'directory',
  },
  {
    name: 'a size beyond all numbers in its ZIP64 field',
    zip: withEntry({ name: 'a', content: 'x', size: 0xffffffff, extra: zip64Field(8, 0xff) }),
    reason: 'damaged',
    words: 'directory',
  },
  {
    name: 'a ZIP64 field that says another size than the content has',
    zip: withEntry({ name: 'a', content: 'x', size: 0xffffffff, extra: zip64Field(8, 9, true) }),
    reason: 'damaged',
    words: 'declared size',
  },
  { name: 'a changed byte', zip: changed(inFirstData, 0), reason: 'damaged', words: 'manifest.json' },
  {
    name: 'a wrong CRC',
    zip: withEntry({ name: 'a', content: 'x', crc: 1 }),
    reason: 'damaged',
    words: 'CRC-32',
  },
  {
    name: 'a size too large',
    zip: withEntry({ name: 'a', content: 'x', size: 9 }),
    reason: 'damaged',
    words: 'declared size',
  },
  {
    name: 'two names of one entry',
    zip: withEntry({ name: 'a', localName: 'b' }),
    reason: 'damaged',
    words: 'conflicting headers',
  },
  {
    name: 'an entry where there is none',
    zip: withEntry({ name: 'a', offset: afterManifest + 1 }),
    reason: 'damaged',
    words: 'where',
  },
  {
    name: 'an entry beyond the end',
    zip: withEntry({ name: 'a', offset: 9999 }),
    reason: 'damaged',
    words: 'where',
  },
  {
    name: 'more entries than it has',
    zip: rawZip([MANIFEST], { count: 2 }),
    reason: 'damaged',
    words: 'directory',
  },
  {
    name: 'a password',
    zip: withEntry({ name: 'a', content: 'x', encrypted: true }),
    reason: 'encrypted',
    words: 'without a password',
  },
  {
    name: 'AES encryption',
    zip: withEntry({ name: 'a', content: 'x', method: 99 }),
    reason: 'encrypted',
    words: 'without a password',
  },
  {
    name: 'another compression',
    zip: withEntry({ name: 'a', content: 'x', method: 12 }),
    reason: 'unsupported',
    words: 'method 12',
  },
  {
    name: 'ZIP64 by its count',
    zip: rawZip([MANIFEST], { count: 0xffff }),
    reason: 'damaged',
    words: 'ZIP64 end record is missing',
  },
  {
    name: 'a program before it',
    zip: rawZip([MANIFEST], { prefix: Uint8Array.of(1, 2) }),
    reason: 'unsupported',
    words: 'before its first entry',
  },
  { name: 'a parent folder', zip: named('webapp3/../../etc/passwd'), reason: 'unsafe-name', words: '".."' },
  { name: 'an absolute path', zip: named('/etc/passwd'), reason: 'unsafe-name', words: 'absolute' },
  { name: 'backslashes', zip: named('webapp3\\..\\evil'), reason: 'unsafe-name', words: 'backslash' },
  { name: 'a drive', zip: named('C:evil'), reason: 'unsafe-name', words: 'drive' },
  { name: 'a NUL', zip: named('webapp3/a\0.png'), reason: 'unsafe-name', words: 'control character' },
  { name: 'no name', zip: named(''), reason: 'unsafe-name', words: 'no name' },
  { name: 'a name without end', zip: named('a/'.repeat(600)), reason: 'unsafe-name', words: '1024' },
  {
    name: 'a symbolic link',
    zip: withEntry({ name: 'a', content: '/etc', attributes: (0o120777 << 16) >>> 0 }),
    reason: 'unsafe-name',
    words: 'symbolic link',
  },
  { name: 'one name twice', zip: rawZip([MANIFEST, MANIFEST]), reason: 'duplicate-name', words: 'twice' },
  {
    name: 'one name in two spellings',
    zip: withEntry({ name: './webapp3//branding/manifest.json' }),
    reason: 'duplicate-name',
    words: 'twice',
  },
  {
    name: 'a file that is a folder too',
    zip: rawZip([MANIFEST, { name: 'webapp3' }]),
    reason: 'duplicate-name',
    words: 'webapp3',
  },
  {
    name: 'a bomb that says so',
    zip: withEntry({ name: 'a', content: ZEROS }),
    reason: 'bomb',
    words: '20 MB',
  },
  {
    name: 'a bomb that lies',
    zip: withEntry({ name: 'a', content: ZEROS, size: 10 }),
    reason: 'bomb',
    words: 'is larger than its declared size',
  },
  {
    name: 'entries that share their bytes',
    zip: rawZip([MANIFEST, { ...MANIFEST, name: 'a', offset: 0 }]),
    reason: 'bomb',
    words: 'overlaps',
  },
  {
    name: 'a crowd of entries',
    zip: rawZip(Array.from({ length: 10_001 }, (_, at) => ({ name: `${at}`, stored: true }))),
    reason: 'bomb',
    words: '10001 entries',
  },
];

describe('attack: an archive unpacks outside, twice or without end', () => {
  it.each(ARCHIVES)('$name: $reason', expectRefused);
});

/** The Unicode Path field: version 1, a checksum that nobody reads here, and a name. */
const unicodePath = (name: string) => {
  const bytes = new TextEncoder().encode(name);
  return Uint8Array.of(0x75, 0x70, bytes.length + 5, 0, 1, 0, 0, 0, 0, ...bytes);
};

describe('attack: a name in an archive is read in two ways', () => {
  it.each([
    ['another second name', withEntry({ name: 'a', extra: unicodePath('b') }), 'unsafe-name', 'second name'],
    [
      'a second name behind another field',
      withEntry({ name: 'a', extra: Uint8Array.of(1, 9, 2, 0, 7, 7, ...unicodePath('../b')) }),
      'unsafe-name',
      'second name',
    ],
    [
      'a second name in the local header alone',
      withEntry({ name: 'a', localExtra: unicodePath('b') }),
      'unsafe-name',
      'second name',
    ],
    [
      'a long s beside an s',
      rawZip([MANIFEST, { name: 'a/plugins.js' }, { name: 'a/plugin\u017f.js' }]),
      'duplicate-name',
      'case',
    ],
    [
      'a mark that nobody sees',
      rawZip([MANIFEST, { name: 'a/index.html' }, { name: 'a/in\u200cdex.html' }]),
      'duplicate-name',
      'case',
    ],
    ['a device of Windows', named('webapp3/aux.js'), 'unsafe-name', 'device'],
    ['a stream', named('webapp3/index.html:hidden'), 'unsafe-name', 'colon'],
    ['a dot at the end', named('webapp3/index.html.'), 'unsafe-name', 'dot or space'],
    ['a space at the end of a folder', named('webapp3 /index.html'), 'unsafe-name', 'dot or space'],
    [
      'another case',
      rawZip([MANIFEST, { name: String(MANIFEST.name).toUpperCase() }]),
      'duplicate-name',
      'case',
    ],
    [
      'an accent composed in another way',
      rawZip([MANIFEST, { name: 'caf\u00E9' }, { name: 'cafe\u0301' }]),
      'duplicate-name',
      'accents',
    ],
  ])('%s', (name, zip, reason, words) => expectRefused({ name, zip, reason, words } as Scenario));

  it('takes a second name that says the same', () => {
    expect(mergePlugin(withEntry({ name: 'a', extra: unicodePath('a') }), PLUGIN).ok).toBe(true);
  });
});

it('takes the archive that the scenarios above were made from', () => {
  expect(mergePlugin(good, PLUGIN).ok).toBe(true);
});
