import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** As in biome.json, which wraps code but no comments. */
const MAX_LENGTH = 110;

/** Folders whose every line is within the bound. The others follow, and stand here from then on. */
const HELD = [
  'background',
  'browser',
  'entrypoints',
  'locales',
  'panel',
  'peer',
  'protocol',
  'settings',
  'strings',
  'tests/unit/browser',
  'tests/unit/locales',
  'tests/unit/panel',
  'tests/unit/peer',
  'tests/unit/protocol',
  'tests/unit/repo',
  'tests/unit/settings',
  'tests/unit/strings',
];

/** A text, a pattern or a template in one piece, and a note to Biome: none of them can be wrapped. */
const IN_ONE_PIECE = /^\s*(?:(?:const )?\w+(?: =|:) |return )?(?:['`]|\/(?![/*]))|biome-ignore /;

it('knows the width to which code is formatted', () => {
  expect(JSON.parse(readFileSync('biome.json', 'utf8')).formatter.lineWidth).toBe(MAX_LENGTH);
});

describe.each(HELD.filter(existsSync))('%s', (folder) => {
  it(`has no line above ${MAX_LENGTH} characters, comments included`, () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tsx?$/.test(name),
    );
    const long = files.flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          [...line].length > MAX_LENGTH && !IN_ONE_PIECE.test(line)
            ? [`${join(folder, name)}:${index + 1}`]
            : [],
        ),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(long).toEqual([]);
  });
});
