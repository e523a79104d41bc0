import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../settings/settings';
import { readSettingsFile, writeSettingsFile } from '../../../../settings/transfer/settings-file';
import { anySettings, SOME } from './some-settings';

type Json = Record<string, unknown>;

/** The file of `SOME`, with something else in it. */
const fileWith = (parts: Json, head: Json = {}) => {
  const file = JSON.parse(writeSettingsFile(SOME)) as { value: Json };
  return JSON.stringify({ ...file, value: { ...file.value, ...parts }, ...head });
};
const problemsOf = (text: string): readonly string[] => {
  const read = readSettingsFile(text);
  return read.ok ? [] : read.error;
};
const settings = (over: Json) => ({ settings: { version: 3, value: { ...SOME.settings, ...over } } });
const presets = (...list: unknown[]) => ({ presets: list });
const aPreset = { version: 1, name: 'A', request: { ...SOME.presets[0]?.request } };

describe('a file of all settings', () => {
  it('reads back as what was written, whatever has been set', () => {
    fc.assert(
      fc.property(anySettings, (own) => {
        expect(readSettingsFile(writeSettingsFile(own))).toEqual({ ok: true, value: own });
      }),
    );
  });

  it('of version 1 is brought on by the migrations of what is stored', () => {
    const text = readFileSync('tests/fixtures/settings-files/version-1.json', 'utf8');
    const given = JSON.parse(text) as { value: Record<string, { value: unknown }> };
    expect(readSettingsFile(text)).toEqual({
      ok: true,
      value: {
        // What did not exist then has its default.
        settings: { ...DEFAULT_SETTINGS, ...Object(given.value.settings?.value) },
        chat: given.value.chat?.value,
        sites: ['https://portal.example.com'],
        // In the store, too, it was a bare list before there were versions.
        'watched-sites': ['https://portal.example.com:8443'],
        'dock-layouts': given.value['dock-layouts']?.value,
        presets: [
          {
            id: 'reception',
            name: 'Reception',
            request: { role: 'GUEST', destination: 'reception@example.com', protocol: 'sip' },
          },
        ],
      },
    });
  });

  it('may have some parts alone', () => {
    const text = JSON.stringify({ format: 'external-chat-settings', version: 1, value: {} });
    expect(readSettingsFile(text)).toEqual({ ok: true, value: {} });
  });

  it('gives an id to a preset that somebody has written without', () => {
    const read = readSettingsFile(fileWith(presets(aPreset, aPreset)));
    const ids = read.ok ? (read.value.presets ?? []).map(({ id }) => id) : [];
    expect(new Set(ids).size).toBe(2);
  });

  it.each([
    ['no JSON', '{"format":', /^Not valid JSON: /],
    ['nothing', '', /^Not valid JSON: /],
    ['of presets', '{"version":1,"presets":[]}', /preset files under Presets/],
    ['a list', '[1]', /^This isn’t a settings file/],
    ['null', 'null', /^This isn’t a settings file/],
    ['of a newer version', fileWith({}, { version: 2 }), /^The file is from a newer version \(2\)\.$/],
    ['without a version', fileWith({}, { version: undefined }), /^The file has no version\.$/],
    ['with nothing in it', fileWith({}, { value: undefined }), /^value must be an object$/],
    [
      'with a newer part',
      fileWith({ chat: { version: 9, value: {} } }),
      /^chat is from a newer version \(9\)$/,
    ],
    ['with an unknown part', fileWith({ setings: {} }), /^setings isn’t recognized.*settings, chat, sites/],
    [
      'with a wrong number',
      fileWith(settings({ perMinute: 601 })),
      /^settings\.perMinute must be a whole number from 0 to 600$/,
    ],
    [
      'with no protocol',
      fileWith(settings({ protocol: 'SIP' })),
      /^settings\.protocol must be one of sip, h323, rtmp, mssip, auto, not "SIP"$/,
    ],
    ['with no country', fileWith(settings({ region: 'XX' })), /^settings\.region must be a country code/],
    ['with a field missing', fileWith(settings({ history: undefined })), /^settings\.history is required$/],
    [
      'with sites that are none',
      fileWith({ sites: { version: 1, value: ['https://a.example/x'] } }),
      /^sites\.#1 must be a site/,
    ],
    [
      'with a site twice',
      fileWith({ sites: { version: 1, value: ['https://a.example', 'https://a.example'] } }),
      /^sites\.#2 appears earlier in the list/,
    ],
    ['with presets that aren’t a list', fileWith({ presets: {} }), /^presets must be a list$/],
    ['with no preset', fileWith(presets(7)), /^presets\.#1 isn’t a preset$/],
    [
      'with a wrong preset',
      fileWith(presets(aPreset, { ...aPreset, request: { role: 'KING' } })),
      /^presets\.#2 role must be one of HOST, GUEST, not "KING", destination is required/,
    ],
    [
      'with an id that is none',
      fileWith(presets({ ...aPreset, id: 'x.set-aside.1' })),
      /^presets\.#1\.id must be unique, with up to 64 letters/,
    ],
    [
      'with the id of a managed preset',
      fileWith(presets({ ...aPreset, id: 'fixed-0' })),
      /^presets\.#1\.id must be unique, with up to 64 letters/,
    ],
    [
      'with an id twice',
      fileWith(presets({ ...aPreset, id: 'x' }, { ...aPreset, id: 'x' })),
      /^presets\.#2\.id must be unique/,
    ],
  ])('that is %s is refused in words', (_, text, words) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(words)]);
  });

  it('names everything that is wrong', () => {
    const chats = [
      { site: 'portal', url: 'https://chat.example.com' },
      { site: '*', url: 'javascript:alert(1)' },
      { site: '*', url: 'https://{alias}.example.com' },
      { site: 'https://portal.example.com', url: 'https://chat.example.com/{{alias}}' },
    ];
    const text = fileWith({
      ...settings({ region: 7, history: 'yes' }),
      chat: { version: 1, value: { place: 'dock', displayName: '', chats } },
      ...presets({}, aPreset, null),
    });
    expect(problemsOf(text)).toEqual([
      'settings.region must be text',
      'settings.history must be true or false',
      'chat.chats.#1.site must be a site such as https://portal.example.com, or *',
      'chat.chats.#2.url Use https and no user name. http is allowed only on this device (localhost).',
      'chat.chats.#3.site appears earlier in the list. Remove one of the two',
      'chat.chats.#3.url Use placeholders only after the host and port.',
      'chat.chats.#4.url “{{alias}}” isn’t a placeholder. Enter {alias} instead.',
      'presets.#1 is from an unknown version (undefined)',
      'presets.#3 isn’t a preset',
    ]);
  });

  it('with very much wrong in it names some, and counts the others', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`part${index}`, index]));
    const problems = problemsOf(fileWith(many));
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toBe('More problems: 450.');
  });

  it.each([
    ['a prototype', fileWith({}).replace('"settings":', '"__proto__":{"polluted":true},"settings":')],
    ['a prototype of a part', fileWith({}).replace('"region":', '"__proto__":{"polluted":true},"region":')],
    ['a constructor', fileWith({ constructor: { prototype: { polluted: true } } })],
    [
      'a deep nesting',
      `{"format":"external-chat-settings","version":1,"value":{"settings":${'['.repeat(200_000)}`,
    ],
    [
      'a deep nesting that closes',
      fileWith({ chat: 0 }).replace('"chat":0', `"chat":${'['.repeat(50_000)}${']'.repeat(50_000)}`),
    ],
    ['a huge string', fileWith(settings({ region: 'x'.repeat(4_000_000) }))],
    ['a huge name', fileWith({ ['x'.repeat(4_000_000)]: 1 })],
    ['a huge list', fileWith({ presets: Array.from({ length: 6_000 }, () => 1) })],
  ])('with %s does no harm', (name, text) => {
    const problems = problemsOf(text);
    expect(problems.length > 0).toBe(name !== 'a prototype of a part');
    expect(problems.every((problem) => problem.length < 400)).toBe(true);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('that is junk never throws', () => {
    const part = fc.anything({ withNullPrototype: false });
    const junk = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .dictionary(
          fc.constantFrom(...Object.keys(SOME), '__proto__', 'x'),
          fc.oneof(part, fc.record({ version: part, value: part })),
        )
        .map((parts) =>
          fileWith(
            JSON.parse(
              JSON.stringify(parts, (_, value) => (typeof value === 'bigint' ? 0 : value)) as string,
            ) as Json,
          ),
        ),
    );
    fc.assert(
      fc.property(junk, (text) => {
        const read = readSettingsFile(text);
        expect(read.ok || read.error.length > 0).toBe(true);
      }),
    );
  });
});
