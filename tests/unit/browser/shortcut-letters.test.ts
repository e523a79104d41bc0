import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The access keys of Firefox 153's menu bar, by language: Alt+Shift and one of them opens that menu. */
const MENU_KEYS: Record<string, string> = {
  en: 'FEVSBTH',
  de: 'DBACLXH',
  es: 'AEVSMTU',
  fr: 'FNAHMOE',
  nb: 'FRVSBEH',
  ar: 'محعتدس',
};

/** Letters that Chromium 156 assigns to no extension with Alt+Shift, and Chrome's own for feedback. */
const CHROMIUM_KEYS = 'ABCNPRTWXZI';

const config = readFileSync('wxt.config.ts', 'utf8');
const keys = [...config.matchAll(/suggested_key: \{ default: '([^']+)' \}/g)].map(([, key = '']) => key);

describe('the suggested shortcuts', () => {
  it('are three different ones', () => {
    expect(new Set(keys).size).toBe(3);
  });

  it.each(keys)('%s is free in Chromium, and no menu of Firefox in any of our languages', (key) => {
    const [, letter = ''] = /^Alt\+Shift\+([A-Z])$/.exec(key) ?? [];
    expect(letter).not.toBe('');
    expect(CHROMIUM_KEYS).not.toContain(letter);
    for (const taken of Object.values(MENU_KEYS)) expect(taken).not.toContain(letter);
  });

  it.each(keys)('%s is in the documents', (key) => {
    expect(readFileSync('docs/use/keyboard-shortcuts.md', 'utf8')).toContain(`\`${key}\``);
  });
});
