import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = 'docs/maintain/store';
const PICTURES = readdirSync(FOLDER);
const TEXT = readFileSync('docs/maintain/release.md', 'utf8');

/** Truecolour without transparency: https://www.w3.org/TR/png-3/#11IHDR */
const RGB = 2;

/** What the header of a PNG says. */
function headerOf(file: string) {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(bytes.subarray(12, 16).toString('latin1')).toBe('IHDR');
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    depth: bytes.readUInt8(24),
    colour: bytes.readUInt8(25),
  };
}

describe('the pictures for the stores', () => {
  it.each(PICTURES)('%s is as large as stores take it, and has its caption', (name) => {
    const size = name === 'tile.png' ? { width: 440, height: 280 } : { width: 1280, height: 800 };
    expect(headerOf(`${FOLDER}/${name}`)).toEqual({ ...size, depth: 8, colour: RGB });
    expect(TEXT).toMatch(new RegExp(`\\(store/${name}\\) \\| \\w`));
  });

  it('are a tile and as many others as the Chrome Web Store takes', () => {
    expect(PICTURES).toContain('tile.png');
    expect(PICTURES.length - 1).toBeGreaterThanOrEqual(3);
    expect(PICTURES.length - 1).toBeLessThanOrEqual(5);
    expect(PICTURES.filter((name) => !TEXT.includes(`store/${name}`))).toEqual([]);
  });
});
