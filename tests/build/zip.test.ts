import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeZip } from '../../branding/packer/zip/write';
import { readFolder } from '../../scripts/files';
import { BUILT, built } from '../prebuild/built';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const digests = (files: Iterable<readonly [string, Uint8Array]>) =>
  Object.fromEntries(
    [...files].map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]),
  );

describe('npm run zip', () => {
  const out = BUILT.zip;
  const packed = (kind: string) => readFileSync(built(join(out, `external-chat-${version}-${kind}.zip`)));
  const unzipped = (kind: string) => unzipSync(packed(kind));

  test('leaves three ZIPs named by the version', () => {
    expect(
      readdirSync(built(out))
        .filter((name) => name.endsWith('.zip'))
        .toSorted(),
    ).toEqual(['chrome', 'firefox', 'sources'].map((kind) => `external-chat-${version}-${kind}.zip`));
  });

  test.each([
    ['chrome', 'chrome-mv3'],
    ['firefox', 'firefox-mv3'],
  ])('puts all of the %s build into its ZIP', (kind, build) => {
    expect(digests(Object.entries(unzipped(kind)))).toEqual(digests(readFolder(join(out, build))));
  });

  test.each(['chrome', 'firefox'])('has a %s ZIP of at most 470 kB', (kind) => {
    expect(packed(kind).length).toBeLessThanOrEqual(470_000);
  });

  // What `npm run build` has left is another build of the same sources.
  test.each([
    ['chrome', BUILT.chromium],
    ['firefox', BUILT.firefox],
  ])('gives the same %s ZIP, byte for byte, whenever it is built', (kind, build) => {
    expect(digests(Object.entries(unzipped(kind)))).toEqual(digests(readFolder(build)));
    expect(packed(kind).equals(writeZip(readFolder(build)))).toBe(true);
  });

  test('gives the same source ZIP, byte for byte, from the same files', () => {
    const files = Object.keys(unzipped('sources')).map((name) => [name, readFileSync(name)] as const);
    expect(packed('sources').equals(writeZip(new Map(files)))).toBe(true);
  });

  test('puts the sources of the extension into the source ZIP, and nothing else that lies about', () => {
    const names = Object.keys(unzipped('sources'));
    expect(names).toEqual(
      expect.arrayContaining([
        'README.md',
        'package.json',
        'package-lock.json',
        'wxt.config.ts',
        'entrypoints/peer.ts',
      ]),
    );
    const expected =
      /^(LICENSE|README\.md|docs\/maintain\/release\.md|package(-lock)?\.json|tsconfig\.json|wxt\.config\.ts|(background|browser|entrypoints|host|locales|notices|panel|peer|protocol|settings|strings)\/[\w./-]+\.(css|html|tsx?)|(locales|scenarios)\/[\w-]+\.json|public\/[\w./-]+\.(json|png|svg))$/;
    expect(names.filter((name) => !expected.test(name) || name.includes('/.'))).toEqual([]);
  });

  test('has a source ZIP that builds the Firefox extension again, byte for byte', () => {
    // What `npm ci` would install: the lock file in the ZIP is the one that this checkout is installed from.
    const lockfile = unzipped('sources')['package-lock.json'];
    expect(readFileSync('package-lock.json').equals(lockfile ?? new Uint8Array())).toBe(true);
    expect(digests(readFolder(built(BUILT.fromSources)))).toEqual(
      digests(Object.entries(unzipped('firefox'))),
    );
  });
});
