import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BUILT, built } from '../prebuild/built';

const read = (name: string) => readFileSync(`${built(BUILT.host)}/${name}`);
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

describe('the built host library', () => {
  test.each(['external-chat-host.js', 'external-chat-host.classic.js'])(
    'has a %s of at most 5 kB gzipped',
    (name) => {
      expect(gzipSync(read(name), { level: 9 }).length).toBeLessThanOrEqual(5_000);
    },
  );

  test('has the messages about people in a file of its own of at most 2 kB gzipped', () => {
    expect(gzipSync(read('external-chat-people.js'), { level: 9 }).length).toBeLessThanOrEqual(2_000);
  });

  test('has a source map with the sources', () => {
    const map = JSON.parse(read('external-chat-host.js.map').toString()) as {
      sources: string[];
      sourcesContent: (string | null)[];
    };
    expect(map.sources.some((path) => path.endsWith('host/connect-meeting.ts'))).toBe(true);
    expect(map.sourcesContent.every((content) => content)).toBe(true);
  });

  test('is a package of this version without dependencies', () => {
    const manifest = JSON.parse(read('package.json').toString()) as Record<string, unknown>;
    expect(manifest).toMatchObject({ name: 'external-chat-host', version, sideEffects: false });
    expect(manifest.dependencies).toBeUndefined();
    for (const name of [manifest.main, manifest.types, 'README.md', 'LICENSE.txt'])
      expect(read(String(name)).length).toBeGreaterThan(0);
  });
});
