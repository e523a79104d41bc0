import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isWebapp2Branding } from '../../../../branding/packer/branding/locate-webapp2';
import { mergeWebapp2, type Webapp2MergeOptions } from '../../../../branding/packer/branding/merge-webapp2';
import { readZip } from '../../../../branding/packer/zip/read';
import { writeZip } from '../../../../branding/packer/zip/write';
import { verifyPackage } from '../../../../branding/verify-package';
import { type Package, webapp2, webapp3 } from './support/packages';

const encode = (text: string) => new TextEncoder().encode(text);
const zipOf = (files: Package) =>
  writeZip(
    new Map(
      Object.entries(files).map(([path, content]) => [
        path,
        encode(typeof content === 'string' ? content : JSON.stringify(content, null, 2)),
      ]),
    ),
  );

const SCRIPT = 'PEX.pluginAPI.registerPlugin({ id: "external-chat", toggleChat: t });';
const PLUGIN = {
  id: 'external-chat',
  packageFile: 'chat.package.json',
  files: new Map([
    [
      'chat.package.json',
      encode(
        JSON.stringify({
          id: 'external-chat',
          name: 'External Chat',
          description: 'Chat',
          version: '2.0.0',
          srcURL: 'chat.js',
          allowUnload: false,
          platforms: ['web'],
          participantRoles: ['chair', 'guest'],
          menuItems: { toolbar: [{ icon: null, label: null, action: 'toggleChat' }] },
        }),
      ),
    ],
    ['chat.js', encode(SCRIPT)],
  ]),
};

function merge(files: Package, options: Partial<Webapp2MergeOptions> = {}) {
  const merged = mergeWebapp2(zipOf(files), PLUGIN, { brandingId: '42', ...options });
  if (!merged.ok) throw new Error(merged.error.message);
  const entries = unzipSync(merged.value.zip);
  const textOf = (path: string) => new TextDecoder().decode(entries[path]);
  return { ...merged.value, entries, textOf, jsonOf: (path: string) => JSON.parse(textOf(path)) };
}
const refusal = (files: Package) => {
  const merged = mergeWebapp2(zipOf(files), PLUGIN, { brandingId: '42' });
  return merged.ok ? 'merged' : merged.error.message;
};

const SETTINGS = 'webapp2/settings.json';
const MANIFEST = 'webapp2/manifest.json';
const entry = (more: object = {}) => ({
  id: 'external-chat',
  srcURL: 'custom_configuration/plugins/chat/chat.package.json',
  enabled: false,
  ...more,
});
/** A branding that has the plugin already, in a folder of another name. */
const withPlugin = (more: object = {}): Package => ({
  ...webapp2(),
  [SETTINGS]: { displayName: 'Ours', plugins: [...pluginsOf(webapp2()), entry(more)] },
  'webapp2/plugins/chat/chat.package.json': { srcURL: 'chat.js?hostOrigins=https://a.example&x=1' },
  'webapp2/plugins/chat/chat.js': 'old',
  'webapp2/plugins/chat/notes.txt': 'not ours',
});
function pluginsOf(files: Package): object[] {
  const settings = files[SETTINGS];
  const plugins: unknown = typeof settings === 'object' ? Reflect.get(settings, 'plugins') : undefined;
  return Array.isArray(plugins) ? plugins : [];
}

describe('merging the plugin into a Webapp2 branding', () => {
  it('adds it, and keeps every other plugin and file', () => {
    const before = { ...webapp2(), 'webapp2/app.css': 'body{}', 'webapp2/watermark.png': 'png' };
    const merged = merge(before);
    expect(merged).toMatchObject({ action: 'added', folder: 'webapp2/plugins/external-chat' });
    expect(merged.jsonOf(SETTINGS).plugins).toEqual([
      ...pluginsOf(webapp2()),
      { id: 'external-chat', srcURL: 'plugins/external-chat/chat.package.json', enabled: true },
    ]);
    const theirs = unzipSync(zipOf(before));
    for (const [path, content] of Object.entries(theirs)) {
      if (path !== SETTINGS && path !== MANIFEST) expect(merged.entries[path]).toEqual(content);
    }
    expect(merged.textOf('webapp2/plugins/external-chat/chat.js')).toBe(SCRIPT);
  });

  it('gives the branding another number, without which nodes keep the old one', () => {
    expect(merge(webapp2()).jsonOf(MANIFEST)).toEqual({
      brandingID: '42',
      isSettingsBranded: true,
      isWatermarkBranded: false,
    });
  });

  it.each([
    ['says no', { brandingID: 17, isSettingsBranded: false }, { brandingID: 42, isSettingsBranded: true }],
    ['says nothing', {}, { brandingID: '42', isSettingsBranded: true }],
  ])('has settings.json count where the manifest %s', (_, manifest, expected) => {
    expect(merge({ ...webapp2(), [MANIFEST]: manifest }).jsonOf(MANIFEST)).toEqual(expected);
  });

  it('leaves a package in which verify finds nothing serious', () => {
    const { zip } = merge(webapp2());
    const { findings, contents } = verifyPackage('branding.zip', zip);
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(contents.join()).toContain('external-chat');
    expect(contents.join()).toContain('record');
  });

  it('changes nothing of the text of settings.json but its list', () => {
    const text = '{\r\n\t"a": 1.50,\r\n\t"plugins": [\r\n\t\t{"id": "x"}\r\n\t], "z": null\r\n}\r\n';
    const changed = merge({ ...webapp2(), [SETTINGS]: text }).textOf(SETTINGS);
    expect(changed.startsWith('{\r\n\t"a": 1.50,\r\n\t"plugins": [\r\n\t\t{"id": "x"},\r\n')).toBe(true);
    expect(changed.endsWith('\r\n\t], "z": null\r\n}\r\n')).toBe(true);
  });

  it('adds the list where there is none', () => {
    const merged = merge({ ...webapp2(), [SETTINGS]: { theme: 'dark' } });
    expect(merged.jsonOf(SETTINGS)).toMatchObject({ theme: 'dark', plugins: [{ id: 'external-chat' }] });
  });

  it('writes settings.json for a branding that has none, as the one from the Management Node', () => {
    const merged = merge({
      [MANIFEST]: { brandingID: '1', isSettingsBranded: false },
      'webapp2/app.css': 'a',
    });
    expect(merged).toMatchObject({ action: 'added', settingsPath: SETTINGS });
    expect(merged.jsonOf(SETTINGS)).toEqual({
      plugins: [{ id: 'external-chat', srcURL: 'plugins/external-chat/chat.package.json', enabled: true }],
    });
    expect(merged.jsonOf(MANIFEST)).toEqual({ brandingID: '42', isSettingsBranded: true });
  });

  it('finds a branding at the root of the ZIP', () => {
    const flat = Object.fromEntries(
      Object.entries(webapp2()).map(([path, content]) => [path.replace('webapp2/', ''), content]),
    );
    expect(merge(flat)).toMatchObject({ folder: 'plugins/external-chat', settingsPath: 'settings.json' });
  });
});

describe('merging over an earlier version', () => {
  it('replaces its files where they are, and nothing beside them', () => {
    const merged = merge(withPlugin());
    expect(merged).toMatchObject({ action: 'replaced', folder: 'webapp2/plugins/chat' });
    expect(merged.textOf('webapp2/plugins/chat/chat.js')).toBe(SCRIPT);
    expect(merged.textOf('webapp2/plugins/chat/notes.txt')).toBe('not ours');
    expect(merged.jsonOf(SETTINGS)).toEqual({
      displayName: 'Ours',
      plugins: [...pluginsOf(webapp2()), entry()],
    });
  });

  it('keeps the query behind its script, and sets the pages that are asked for', () => {
    const srcOf = (options: Partial<Webapp2MergeOptions>) =>
      merge(withPlugin(), options).jsonOf('webapp2/plugins/chat/chat.package.json').srcURL;
    expect(srcOf({})).toBe('chat.js?hostOrigins=https://a.example&x=1');
    expect(srcOf({ hostOrigins: ['https://b.example'] })).toBe('chat.js?hostOrigins=https://b.example&x=1');
  });

  it('corrects the name of the package file', () => {
    const merged = merge(withPlugin({ srcURL: './plugins/chat/old.json' }));
    expect(merged.jsonOf(SETTINGS).plugins.at(-1).srcURL).toBe('./plugins/chat/chat.package.json');
  });

  it('gives the same but for the number when it is done twice', () => {
    const once = merge(webapp2());
    const twice = mergeWebapp2(once.zip, PLUGIN, { brandingId: '42' });
    expect(twice.ok && twice.value.action).toBe('replaced');
    expect(twice.ok && unzipSync(twice.value.zip)).toEqual(once.entries);
  });
});

describe('a Webapp2 branding that cannot be merged', () => {
  it.each([
    ['without manifest.json', { [SETTINGS]: {} }, 'There is no webapp2/manifest.json'],
    [
      'broken JSON',
      { ...webapp2(), [SETTINGS]: '{\n "plugins": [}' },
      'webapp2/settings.json, line 2, column 14',
    ],
    [
      'a list that is none',
      { ...webapp2(), [SETTINGS]: { plugins: 'no' } },
      '"plugins" is a text, but must be a list',
    ],
    ['two lists', { ...webapp2(), [SETTINGS]: '{"plugins": [], "plugins": []}' }, 'has "plugins" twice'],
    [
      'the plugin twice',
      { ...webapp2(), [SETTINGS]: { plugins: [entry(), entry()] } },
      'lists "external-chat" twice',
    ],
    [
      'another server',
      withPlugin({ srcURL: 'https://x.example/a/b.json' }),
      'doesn’t lead to a package file',
    ],
    ['a way out', withPlugin({ srcURL: '../plugins/chat/b.json' }), 'doesn’t lead to a package file'],
    ['the root', withPlugin({ srcURL: 'b.json' }), 'doesn’t lead to a package file'],
    [
      'a file for the folder',
      { ...webapp2(), 'webapp2/plugins/external-chat': 'x' },
      'there’s a file with that name',
    ],
    [
      'files of others',
      { ...webapp2(), 'webapp2/plugins/external-chat/chat.js': 'x' },
      'already contains files of that name',
    ],
    [
      'files of others in capitals',
      { ...webapp2(), 'webapp2/Plugins/External-Chat/Chat.js': 'x' },
      'in other capitals or accents',
    ],
  ] as [string, Package, string][])('is refused with its reason: %s', (_, files, reason) => {
    expect(refusal(files)).toContain(reason);
  });
});

describe('which branding a ZIP is', () => {
  it.each([
    ['Webapp2', webapp2(), true],
    ['Web App 3', webapp3(), false],
    ['both', { ...webapp2(), ...webapp3() }, false],
    ['Webapp2 at the root', { 'settings.json': {}, 'manifest.json': {} }, true],
    ['neither', { 'a.txt': 'a' }, false],
  ] as [string, Package, boolean][])('is told for %s', (_, files, is) => {
    const archive = readZip(zipOf(files));
    expect(archive.ok && isWebapp2Branding(archive.value)).toBe(is);
  });
});
