import { describe, expect, it } from 'vitest';
import { parsePluginMessage } from '../../../protocol/parse-plugin-message';
import { PREFIX } from '../../../protocol/wire';

const said = (text: string) =>
  parsePluginMessage({ action: `${PREFIX}message`, id: 'a', at: 0, text, displayName: text, own: false });
const shown = (text: string) => {
  const parsed = said(text);
  return parsed.ok && 'text' in parsed.message ? parsed.message.text : undefined;
};

describe('attack: a guest piles thousands of marks on one letter, which browsers draw for seconds', () => {
  it.each([
    ['accents', 'Z', '\u0301\u0320'.repeat(2000), 8],
    ['skin tones', '👍', '🏽'.repeat(2000), 16],
    ['accents among skin tones', '👍', '🏽\u0301'.repeat(1300), 12],
  ])('keeps eight %s of them', (_, letter, marks, length) => {
    expect(shown(`${letter}${marks} and on`)).toBe(`${letter}${marks.slice(0, length)} and on`);
  });

  const USUAL = ['e\u0323\u0302', 'བསྒྲུབས་', 'שָׁלוֹם', 'ที่นี่', '👩🏽‍🚀👍🏿', 'क्ष्म्य'];
  it.each(USUAL)('leaves %s as it is', (text) => {
    expect(shown(text)).toBe(text);
  });
});
