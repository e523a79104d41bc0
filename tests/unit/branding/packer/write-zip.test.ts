import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { readZip } from '../../../../branding/packer/zip/read';
import { writeZip } from '../../../../branding/packer/zip/write';

const files = new Map([
  ['webapp3/b.txt', new TextEncoder().encode('b '.repeat(500))],
  ['webapp3/a/ü.txt', new TextEncoder().encode('ü')],
  ['webapp3/B.txt', new Uint8Array()],
]);
const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('a written ZIP', () => {
  it('is the same in every time zone and in every order of its files', () => {
    const bytes = ['Asia/Tokyo', 'America/New_York', 'Pacific/Kiritimati'].map((name) => {
      process.env.TZ = name;
      return Buffer.from(writeZip(new Map([...files].reverse()))).toString('hex');
    });
    expect(new Set([...bytes, Buffer.from(writeZip(files)).toString('hex')]).size).toBe(1);
  });

  it('has its files sorted, with their content', () => {
    const unpacked = Object.entries(unzipSync(writeZip(files)));
    expect(unpacked.map(([name]) => name)).toEqual(['webapp3/B.txt', 'webapp3/a/ü.txt', 'webapp3/b.txt']);
    for (const [name, content] of unpacked)
      expect(Buffer.from(content)).toEqual(Buffer.from(files.get(name) ?? []));
  });

  it('is taken by the reader', () => {
    // The reader refuses two names that differ in case alone.
    const taken = new Map([...files].filter(([name]) => name !== 'webapp3/b.txt'));
    const archive = readZip(writeZip(taken));
    expect(archive.ok && archive.value.entries.map(({ path }) => path)).toEqual([...taken.keys()].sort());
  });
});
