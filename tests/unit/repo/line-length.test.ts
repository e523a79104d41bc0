import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** As in biome.json, which wraps code but no comments. */
const MAX_LENGTH = 110;

/** Every folder of the repository that has sources. */
const ROOMS = readdirSync('.', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !/^(?:\..*|node_modules|webapp3)$/.test(entry.name))
  .map(({ name }) => name);

/** A text, a pattern or a template in one piece, and a note to Biome: none of them can be wrapped. */
const IN_ONE_PIECE = /^\s*(?:(?:const )?\w+(?: =|:) |return )?(?:['`]|\/(?![/*]))|biome-ignore /;

it('knows the width to which code is formatted', () => {
  expect(JSON.parse(readFileSync('biome.json', 'utf8')).formatter.lineWidth).toBe(MAX_LENGTH);
});

it(`finds no line above ${MAX_LENGTH} characters in the sources, comments included`, () => {
  const files = ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
  ).filter((name) => /\.tsx?$/.test(name));
  const long = files.flatMap((name) =>
    readFileSync(name, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        [...line].length > MAX_LENGTH && !IN_ONE_PIECE.test(line) ? [`${name}:${index + 1}`] : [],
      ),
  );
  expect(files.length).toBeGreaterThan(500);
  expect(long).toEqual([]);
});
