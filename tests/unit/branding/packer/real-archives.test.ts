import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { mergePlugin } from '../../../../branding/packer/branding/merge';
import { joinZip } from '../../../../branding/packer/zip/join';
import { readZip } from '../../../../branding/packer/zip/read';
import { PLUGIN } from './support/bundle';

/** Packed by the programs named, from the same two files; the README beside them has the commands. */
const ARCHIVES = [
  '7-zip',
  'bsdtar',
  'bsdtar-b',
  'bsdtar-stream',
  'bsdtar-zip64',
  'info-zip',
  'info-zip-forced-zip64',
  'info-zip-padded',
  'info-zip-stream',
  'jszip',
  'jszip-stream',
  'python-force-zip64',
  'python-stream',
  'python-zipfile',
];

const LOGO = 'webapp3/branding/images/logo.svg';
const MANIFEST = 'webapp3/branding/manifest.json';

function archive(name: string) {
  const bytes = new Uint8Array(readFileSync(`tests/fixtures/archives/${name}.zip`));
  const read = readZip(bytes);
  if (!read.ok) throw new Error(read.error.message);
  return { bytes, ...read.value };
}

describe.each(ARCHIVES)('an archive by %s', (name) => {
  it('is read with both of its files', () => {
    const files = archive(name).entries.filter(({ isFolder }) => !isFolder);
    expect(files.map(({ path }) => path).sort()).toEqual([LOGO, MANIFEST]);
    const logo = files.find(({ path }) => path === LOGO);
    expect(new TextDecoder().decode(logo?.content)).toMatch(/^<svg/);
  });

  it('takes the plugin, and another program reads the result', () => {
    const merged = mergePlugin(archive(name).bytes, PLUGIN);
    if (!merged.ok) throw new Error(merged.error.message);
    const files = unzipSync(merged.value.zip);
    expect(new TextDecoder().decode(files[LOGO])).toMatch(/^<svg/);
    expect(JSON.parse(new TextDecoder().decode(files[MANIFEST]))).toMatchObject({
      plugins: [expect.objectContaining({ id: 'external-chat' })],
    });
    expect(readZip(merged.value.zip).ok).toBe(true);
  });
});

describe('the offset of an entry that is kept in a ZIP64 field', () => {
  it('is written there when the entry moves', () => {
    const { entries, comment } = archive('python-zipfile');
    const [first, second] = entries.map((entry) => ({ ...entry, ...wide(entry.central) }));
    if (!first || !second) throw new Error('the archive has two files');
    const moved = readZip(joinZip({ entries: [second, first], comment }));
    expect(moved.ok && moved.value.entries.map(({ path }) => path)).toEqual([second.path, first.path]);
  });
});

/** The same record with its offset in a ZIP64 field. */
function wide(central: Uint8Array) {
  const record = new Uint8Array(central.length + 12);
  record.set(central);
  const view = new DataView(record.buffer);
  const at = central.length;
  view.setBigUint64(at + 4, BigInt(view.getUint32(42, true)), true);
  view.setUint16(at, 1, true);
  view.setUint16(at + 2, 8, true);
  view.setUint32(42, 0xffffffff, true);
  view.setUint16(30, 12, true);
  return { central: record, wideOffsetAt: at + 4 };
}
