import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { memorySiteAccess } from '../../../../settings/sites/memory-access';
import { memoryStorage } from '../../../../settings/storage/memory';
import { isSame } from '../../../../settings/storage/same';
import { type Parts, readOwn, replaceOwn } from '../../../../settings/transfer/own-settings';
import { writeSettingsFile } from '../../../../settings/transfer/settings-file';
import { createSettingsImport } from '../../../../settings/transfer/settings-import';
import { anySettings, SOME } from './some-settings';

async function setUp(
  own: Partial<Parts> = SOME,
  managed: Record<string, unknown> = {},
  allowed: string[] = [],
) {
  const storage = memoryStorage({ managed });
  await replaceOwn(storage, own);
  const access = memorySiteAccess(allowed);
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const settings = createSettingsImport(storage, access, stop.signal);
  const shown = () => {
    const state = settings.state.peek();
    return state?.name === 'preview' ? state : undefined;
  };
  const all = async () => [await storage.local.read(), await storage.sync.read()];
  return { storage, access, settings, shown, all };
}

const OTHER: Parts = {
  settings: { ...SOME.settings, region: 'NO', protocol: 'mssip', role: 'HOST', history: false, perMinute: 5 },
  chat: {
    place: 'panel',
    displayName: '',
    chats: [
      { site: 'https://portal.example.com', url: 'https://chat.example.com/other' },
      { site: '*', url: 'https://chat.example.com/all' },
    ],
  },
  sites: ['https://portal.example.com'],
  'watched-sites': [],
  'dock-layouts': [],
  presets: [
    { id: 'b', name: 'Robert', request: { role: 'HOST', destination: 'bob@example.com', protocol: 'sip' } },
    // Of another machine, on which it has another id.
    {
      id: 'c',
      name: 'Alice',
      request: { role: 'GUEST', destination: 'alice@example.com', protocol: 'sip' },
    },
  ],
  lists: [
    { id: 'more', name: 'More', text: 'a@x', presets: [], atATime: 1, isOnce: false },
    { id: 'other', name: 'Rooms', text: 'large@example.com', presets: [], atATime: 5, isOnce: true },
  ],
};

describe('an import', () => {
  it('shows what it would change, and changes nothing', async () => {
    const { settings, shown, all } = await setUp();
    const before = await all();
    await settings.read(writeSettingsFile(OTHER));
    expect(shown()?.plan.changes).toEqual([
      { kind: 'added', what: 'Runs automatically on https://portal.example.com' },
      { kind: 'removed', what: 'Runs automatically on https://meet.example.com' },
      {
        kind: 'changed',
        what: 'https://portal.example.com',
        was: 'Watches only: the page responds to the Chat button',
        becomes: 'Responds to the Chat button',
      },
      {
        kind: 'changed',
        what: 'Where the chat opens',
        was: 'On the page',
        becomes: 'In the side panel',
      },
      { kind: 'changed', what: 'Your name in the chat', was: 'Bob', becomes: 'None' },
      {
        kind: 'changed',
        what: 'Chat for https://portal.example.com',
        was: 'https://chat.example.com/{alias}',
        becomes: 'https://chat.example.com/other',
      },
      { kind: 'added', what: 'Chat for every other site', becomes: 'https://chat.example.com/all' },
      { kind: 'changed', what: 'Default country', was: 'Germany', becomes: 'Norway' },
      { kind: 'changed', what: 'Default protocol', was: 'SIP', becomes: 'Skype for Business (MS-SIP)' },
      { kind: 'changed', what: 'Default role', was: 'Guest', becomes: 'Host' },
      { kind: 'changed', what: 'Keep call history', was: 'On', becomes: 'Off' },
      { kind: 'changed', what: 'Maximum calls per minute', was: '30', becomes: '5' },
      { kind: 'changed', what: 'Preset Bob', detail: 'Differences: Name, Protocol' },
      { kind: 'changed', what: 'Order of the presets' },
      { kind: 'added', what: 'List More' },
      { kind: 'changed', what: 'List Rooms', detail: 'Differences: Destinations, Presets, Protocol' },
      { kind: 'removed', what: 'Panel position on https://meet.example.com' },
    ]);
    expect(shown()?.permissions).toEqual(['https://portal.example.com', 'https://chat.example.com']);
    expect(await all()).toEqual(before);
  });

  it('replaces what there is, and is undone', async () => {
    const { storage, access, settings, all } = await setUp(SOME, {}, ['https://portal.example.com']);
    const before = await all();
    await settings.read(writeSettingsFile(OTHER));
    await settings.replace();
    // The preset of the same name is still the same one.
    const presets = OTHER.presets.map((preset) => (preset.id === 'c' ? { ...preset, id: 'a' } : preset));
    const lists = OTHER.lists.map((list) => (list.id === 'other' ? { ...list, id: 'rooms' } : list));
    expect(await readOwn(storage)).toEqual({ ...OTHER, presets, lists });
    expect(access.running()).toEqual(['https://portal.example.com']);
    const state = settings.state.peek();
    if (state?.name !== 'done') throw new Error('It is not done.');
    await state.undo();
    expect(settings.state.peek()).toEqual({ name: 'undone' });
    expect(await all()).toEqual(before);
    expect(access.running()).toEqual([]);
  });

  it('of what was exported changes nothing, and on an empty machine makes it the same', async () => {
    await fc.assert(
      fc.asyncProperty(anySettings, async (own) => {
        const one = await setUp(own);
        const text = (await one.settings.write()) ?? '';
        await one.settings.read(text);
        expect(one.shown()?.plan.changes).toEqual([]);
        const other = await setUp({});
        await other.settings.read(text);
        await other.settings.replace();
        expect(isSame(await readOwn(other.storage), own)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves alone what is not in the file', async () => {
    const { storage, settings } = await setUp();
    await settings.read(
      JSON.stringify({
        format: 'external-chat-settings',
        version: 1,
        value: { sites: { version: 1, value: [] } },
      }),
    );
    await settings.replace();
    expect(await readOwn(storage)).toEqual({ ...SOME, sites: [] });
  });

  it('of anything that is wrong changes nothing', async () => {
    const { settings, all } = await setUp();
    const before = await all();
    const file = JSON.parse(writeSettingsFile(OTHER)) as { value: Record<string, unknown> };
    const spoilt = fc
      .tuple(fc.constantFrom(...Object.keys(SOME)), fc.jsonValue())
      .map(([part, value]) => JSON.stringify({ ...file, value: { ...file.value, [part]: value } }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json(), spoilt), async (text) => {
        await settings.read(text);
        if (settings.state.peek()?.name === 'refused') await settings.replace();
        expect(await all()).toEqual(before);
      }),
    );
  });

  it('follows what is changed elsewhere while it is shown', async () => {
    const { storage, settings, shown } = await setUp();
    await settings.read(writeSettingsFile({ ...SOME, sites: [] }));
    expect(shown()?.plan.changes).toHaveLength(1);
    await replaceOwn(storage, { sites: [] });
    await expect.poll(() => shown()?.plan.changes).toEqual([]);
  });

  it('sets aside what was damaged before it replaces it', async () => {
    const { storage, settings } = await setUp({});
    await storage.local.set({ settings: 'garbage' });
    await settings.read(writeSettingsFile(OTHER));
    await settings.replace();
    expect((await storage.local.read())['settings.set-aside.1']).toMatchObject({ raw: 'garbage' });
    expect((await readOwn(storage)).settings).toEqual(OTHER.settings);
  });

  it.each(['local', 'both'] as const)('for which there is no room (%s) changes nothing', async (which) => {
    const { storage, settings, all } = await setUp();
    const before = await all();
    await settings.read(writeSettingsFile(OTHER));
    const full = () => Promise.reject(new Error('disk full'));
    const { set } = storage.local;
    storage.local.set = full;
    if (which === 'both') storage.sync.set = full;
    await settings.replace();
    expect(settings.state.peek()).toEqual({ name: 'failed', why: 'disk full' });
    storage.local.set = set;
    expect(await all()).toEqual(before);
  });

  it('asks for permission once it is pressed, and says what the browser has answered', async () => {
    const { settings, access } = await setUp(SOME);
    await settings.read(writeSettingsFile(OTHER));
    await settings.replace();
    expect(access.running()).toEqual([]);
    await settings.allow(['https://portal.example.com', 'https://chat.example.com']);
    expect(settings.state.peek()).toMatchObject({ name: 'done', isAllowed: true, permissions: [] });
    expect(access.running()).toEqual(['https://portal.example.com']);
  });
});

describe('what an administrator decides', () => {
  it('is left as it is, and told of', async () => {
    const managed = {
      settings: { region: 'SE' },
      chat: { place: 'dock' },
      sites: [{ site: 'https://portal.example.com', mode: 'drive' }],
    };
    const { storage, settings, shown } = await setUp(SOME, managed);
    await settings.read(writeSettingsFile({ ...OTHER, 'watched-sites': ['https://portal.example.com'] }));
    expect(shown()?.plan.skipped).toEqual([
      'Where the chat opens',
      'Default country',
      'https://portal.example.com',
    ]);
    await settings.replace();
    const own = await readOwn(storage);
    expect(own.settings).toEqual({ ...OTHER.settings, region: SOME.settings.region });
    expect(own.chat).toEqual({ ...OTHER.chat, place: SOME.chat.place });
    expect(own['watched-sites']).toEqual(SOME['watched-sites']);
  });

  it('is left as it is where everything is locked', async () => {
    const locks = ['settings', 'presets', 'chat', 'sites'];
    const { storage, settings, shown } = await setUp(SOME, { locks });
    await settings.read(writeSettingsFile(OTHER));
    expect(shown()?.plan.skipped).toEqual([
      'Sites',
      'Chat',
      'Presets',
      'Saved lists',
      'Dialing, limits and history',
    ]);
    await settings.replace();
    expect(await readOwn(storage)).toEqual({ ...SOME, 'dock-layouts': [] });
  });
});

describe('attack: a settings file has more problems than anybody reads', () => {
  const MANY = 200_000;
  const keys = (value: unknown = 1) =>
    Object.fromEntries(Array.from({ length: MANY }, (_, at) => [`unknown${at}`, value]));
  const entries = (value: unknown) => Array.from({ length: MANY }, () => value);
  const wrong = (value: unknown) => ({ version: 1, value });
  const files: readonly [string, object][] = [
    ['unknown parts', keys()],
    ['unknown parts with long names', { [`__proto__${'x'.repeat(MANY)}`]: 1, ...keys({}) }],
    ['unknown settings', { settings: wrong(keys()) }],
    ['unknown fields of a chat', { chat: wrong({ place: 'dock', displayName: '', chats: [keys()] }) }],
    ['chats that are none', { chat: wrong({ place: 'dock', displayName: '', chats: entries(7) }) }],
    ['sites that are none', { sites: wrong(entries('nowhere')) }],
    ['panels at no place', { 'dock-layouts': wrong(entries(null)) }],
    ['presets that are none', { presets: entries({ id: 'constructor' }) }],
    ['presets with unknown fields', { presets: [{ id: 'a', version: 1, name: 'A', request: keys() }] }],
  ];

  it.each(files)('is refused in words, and replaces the preview of the file before: %s', async (_, value) => {
    const { settings } = await setUp();
    await settings.read(writeSettingsFile(OTHER));
    await settings.read(JSON.stringify({ format: 'external-chat-settings', version: 1, value }));
    const state = settings.state.peek();
    const problems = state?.name === 'refused' ? state.problems : [];
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(60);
    expect(Math.max(...problems.map(({ length }) => length))).toBeLessThan(500);
    await settings.replace();
    expect(settings.state.peek()?.name).toBe('refused');
  });
});
