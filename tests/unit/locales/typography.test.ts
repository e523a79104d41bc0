import { readFileSync } from 'node:fs';
import createBidi from 'bidi-js';
import { describe, expect, it } from 'vitest';
import { readEnglish, readTranslation, type TRANSLATIONS } from '../../../locales/build/sources';
import { formatList } from '../../../locales/format';
import { LANGUAGES, setMessages } from '../../../locales/language';
import type { English } from '../../../locales/strings';
import { LOG_STRINGS } from '../../../strings/log';

const NO_BREAK = '\u00a0';
const NARROW = '\u202f';
const entries = (language: (typeof TRANSLATIONS)[number]) => Object.entries(readTranslation(language));

describe('French', () => {
  // Code keeps its own signs: a prefix (https:, mssip:), a path, what a console shows.
  const CODE = /«\u00a0[!-~ ]+\u00a0»|[\w/-]*\/[\w/:-]*|\w+:(?=\w)/g;
  const isWrong = (text: string) =>
    / [:;?!»]/.test(text) || /« /.test(text) || /[\p{L})](?:[;?!]|:\s)/u.test(text.replace(CODE, ''));

  it('has no-break spaces before its two-part signs and inside its quotation marks', () => {
    expect(entries('fr').filter(([, text]) => isWrong(text))).toEqual([]);
    expect(isWrong(`Attente : 3 s`)).toBe(true);
    expect(isWrong(`Attente${NO_BREAK}: 3 s`)).toBe(false);
    expect(isWrong(`Vraiment?`)).toBe(true);
    expect(isWrong(`Vraiment${NARROW}?`)).toBe(false);
  });
});

describe.each(['de', 'nb'] as const)('%s', (language) => {
  it('has a space before an ellipsis that stands for words', () => {
    expect(entries(language).filter(([, text]) => /\p{L}…/u.test(text))).toEqual([]);
  });
});

describe.each(LANGUAGES)('%s', (language) => {
  it('has no sign that could begin a line: an ellipsis, or a dot between two parts', () => {
    const texts = Object.entries(
      JSON.parse(readFileSync(`locales/${language}.json`, 'utf8')) as Record<string, string>,
    );
    expect(texts.filter(([, text]) => / […·]/.test(text))).toEqual([]);
  });
});

describe('Arabic', () => {
  const bidi = createBidi();
  const shown = (text: string) =>
    bidi.getReorderedString(text, bidi.getEmbeddingLevels(text, 'rtl')).replace(/[\u2066-\u2069\u200f]/g, '');
  /** Addresses, paths, tones and JSON: Latin text that begins or ends with a digit or a sign. */
  const LITERAL = /[!-~]*[A-Za-z0-9][!-~]*/g;
  const scrambled = (text: string) => {
    // The formatter isolates what it puts into a gap.
    const filled = text
      .replace(/“plugin: [\w-]+”|«\u00a0plugin: [\w-]+\u00a0»/g, '')
      .replace(/\{\{|\}\}/g, ' ')
      .replace(/\{(\w+)\}/g, '\u2066x\u2069');
    const visible = shown(filled);
    return (filled.match(LITERAL) ?? [])
      .map((literal) => literal.replace(/[.,:;!?]+$/, ''))
      .filter((literal) => /[^A-Za-z0-9 ]/.test(literal) && !visible.includes(literal));
  };

  it('keeps the order of what is written from left to right', () => {
    expect(
      entries('ar')
        .map(([key, text]) => [key, ...scrambled(text)])
        .filter(([, literal]) => literal),
    ).toEqual([]);
    expect(scrambled('مثل 123456789.4711@zoomcrc.com.')).toEqual(['123456789.4711@zoomcrc.com']);
    expect(scrambled('مثل \u2066,,1234#\u2069.')).toEqual([]);
  });

  it('keeps a name together whose last part is put into a gap', () => {
    const glued = (text: string) => /\w[.:/#@_-]*\{\w+\}/.test(text.replace(/\u2066[^\u2069]*\u2069/g, ''));
    expect(entries('ar').filter(([, text]) => glued(text))).toEqual([]);
    expect(glued('settings.{name} يجب')).toBe(true);
    expect(glued('\u2066settings.{name}\u2069 يجب')).toBe(false);
  });

  it('keeps each entry of a list as it is', () => {
    setMessages({ language: 'ar', text: () => '' });
    const list = shown(formatList(['*@example.com', '+47*']));
    setMessages();
    expect(list).toContain('*@example.com');
    expect(list).toContain('+47*');
  });

  it('keeps the direction of an entry that begins with a value', () => {
    setMessages({ language: 'ar', text: (key) => (key === 'log_droppedFor' ? '{reason}: {count}' : '') });
    const entry = LOG_STRINGS.droppedFor({ reason: 'مرسل', count: 12 });
    const list = shown(formatList([entry, entry]));
    setMessages();
    expect(list.split('12 :')).toHaveLength(3);
  });
});

/** Forms of a label with a number beside it, which no language inflects. */
const LABELLED = /(?:[:(] ?\{count\})/;
/** A number before a verb phrase that English, and each translation, keeps as it is. */
const INVARIABLE = [
  ...['panel.optionsSet', 'presets.toImport.good', 'presets.toImport.same', 'presets.importGood'],
  ...['calls', 'joined', 'failed', 'failedWhy', 'open'].map((name) => `panel.oneOf.${name}`),
];

describe('a text with a count', () => {
  it('has the forms that languages need, or stands as a label beside the number', async () => {
    const missing: string[] = [];
    const look = (texts: English, path: string) => {
      for (const [name, text] of Object.entries(texts)) {
        const here = `${path}.${name}`;
        if (typeof text !== 'string') look(text as English, here);
        else if (/\{count\}/.test(text) && !/\.(one|two|few|many|other|zero)$/.test(here)) {
          if (!LABELLED.test(text) && !INVARIABLE.includes(here)) missing.push(here);
        }
      }
    };
    for (const { area, english } of await readEnglish()) look(english, area);
    expect(missing).toEqual([]);
  });
});
