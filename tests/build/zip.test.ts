import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeZip } from '../../branding/packer/zip/write';
import { readFolder } from '../../scripts/files';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const bin = (name: string) => resolve('node_modules/.bin', name);
const digests = (files: Iterable<readonly [string, Uint8Array]>) =>
  Object.fromEntries(
    [...files].map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]),
  );

describe('npm run zip', () => {
  const folders: string[] = [];
  const newFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'packages-'));
    folders.push(folder);
    return folder;
  };
  let out: string;
  const packed = (kind: string) => readFileSync(join(out, `external-chat-${version}-${kind}.zip`));
  const unzipped = (kind: string) => unzipSync(packed(kind));

  beforeAll(() => {
    // Beside .output/, which other tests read at this moment.
    out = newFolder();
    execFileSync(bin('tsx'), ['scripts/zip.ts', '--out', out], { stdio: 'pipe' });
  }, 120_000);
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  test('leaves three ZIPs named by the version', () => {
    expect(
      readdirSync(out)
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

  // What `npm run build` has left is another build of the same sources.
  test.each([
    ['chrome', '.output/chrome-mv3'],
    ['firefox', '.output/firefox-mv3'],
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
      /^(README\.md|docs\/building-from-source\.md|package(-lock)?\.json|tsconfig\.json|wxt\.config\.ts|(background|browser|entrypoints|locales|panel|peer|protocol|settings|strings)\/[\w./-]+\.(css|html|tsx?)|(locales|scenarios)\/[\w-]+\.json|public\/[\w./-]+\.(json|png|svg))$/;
    expect(names.filter((name) => !expected.test(name) || name.includes('/.'))).toEqual([]);
  });

  test('has a source ZIP that builds the Firefox extension again, byte for byte', () => {
    const folder = newFolder();
    for (const [name, content] of Object.entries(unzipped('sources'))) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    // What `npm ci` would install: the lock file in the ZIP is the one that this checkout is installed from.
    expect(readFileSync(join(folder, 'package-lock.json')).equals(readFileSync('package-lock.json'))).toBe(
      true,
    );
    const { NODE_ENV: _, ...env } = process.env;
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    execFileSync(bin('wxt'), ['build', '--browser', 'firefox'], { cwd: folder, env, stdio: 'pipe' });
    expect(digests(readFolder(join(folder, '.output/firefox-mv3')))).toEqual(
      digests(Object.entries(unzipped('firefox'))),
    );
  }, 120_000);
});
