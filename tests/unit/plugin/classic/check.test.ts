import { describe, expect, it } from 'vitest';
import { checkClassic } from '../../../../plugin/classic/check/check';
import { formatCheck } from '../../../../plugin/classic/check/plugin-check';
import { readFolder } from '../../../../scripts/files';

const guides = readFolder('tests/fixtures/classic/guides');
const encode = (text: string) => new TextEncoder().encode(text);

/** A folder with one plugin, whose files are changed by a case. */
function folder(changes: Record<string, string>): Map<string, Uint8Array> {
  const about = {
    id: 'one',
    name: 'One',
    description: 'The only one',
    version: 1,
    srcURL: 'one.js',
    allowUnload: true,
    platforms: ['web'],
    participantRoles: ['chair'],
    menuItems: { toolbar: [{ icon: null, label: 'One', action: 'go' }] },
  };
  const files: Record<string, string> = {
    'settings.json': '{"plugins":[{"id":"one","srcURL":"plugins/one/one.json","enabled":true}]}',
    'plugins/one/one.json': JSON.stringify(about),
    'plugins/one/one.js': 'PEX.pluginAPI.registerPlugin({ id: "one", go: go });',
    ...changes,
  };
  return new Map(Object.entries(files).map(([path, text]) => [path, encode(text)]));
}
/** A plugin that sends a request, with more in its source file. */
const source = (script: string) =>
  folder({
    'plugins/one/one.js': `registerPlugin({ id: "one", go }); PEX.pluginAPI.sendRequest("lock");\n${script}`,
  });
const about = (changes: object) =>
  folder({
    'plugins/one/one.json': JSON.stringify({
      ...JSON.parse(new TextDecoder().decode(folder({}).get('plugins/one/one.json'))),
      ...changes,
    }),
  });
const said = async (files: Map<string, Uint8Array>) => {
  const { checks, faults } = await checkClassic(files);
  return [...checks.map(formatCheck), ...faults].join('\n');
};

describe('the check of a folder of classic plugins', () => {
  it('lets the guides’ examples run, and says of each other one why not', async () => {
    const { checks, faults } = await checkClassic(guides);
    expect(faults).toEqual([]);
    expect(checks.filter(({ runs }) => runs).map(({ name }) => name.replace(/ \(.*/, ''))).toEqual([
      ...['recording', 'layout control', 'chat listener', 'screenshot', 'mute', 'old dialog', 'guests only'],
      ...['table', 'crashing'],
    ]);
    expect(checks.filter(({ runs }) => !runs).map(formatCheck)).toEqual([
      'silent (silent-plugin-1.0) will not run, because plugins/silent/silent.plugin.js never calls PEX.pluginAPI.registerPlugin.',
      'stranger (stranger-plugin-1.0) will not run, because plugins/stranger/stranger.plugin.js registers the id "somebody-else", but its files say "stranger-plugin-1.0".',
      'lost (lost-plugin-1.0) will not run, because its source file plugins/lost/lost.plugin.js is missing.',
      'desktop (desktop-plugin-1.0) will not run, because its "platforms" don’t include "web", only electron.',
      'broken-plugin-1.0 will not run, because plugins/broken/broken.plugin.package.json, line 3, column 20: not valid JSON: expected a name in double quotes.',
      'absent-plugin-1.0 will not run, because plugins/absent/absent.plugin.package.json is missing: there is no such file.',
    ]);
  });

  it.each([
    ['no settings', new Map(), 'settings.json is missing'],
    [
      'broken settings',
      folder({ 'settings.json': '{\n  "plugins": [\n}' }),
      'settings.json, line 3, column 1: not valid JSON',
    ],
    ['no list', folder({ 'settings.json': '{}' }), 'the list "plugins" is missing'],
    [
      'an entry without id',
      folder({ 'settings.json': '{"plugins":[{"srcURL":"a","enabled":true}]}' }),
      'plugin 1 has no "id"',
    ],
    [
      'enabled as text',
      folder({ 'settings.json': '{"plugins":[{"id":"one","srcURL":"a","enabled":"yes"}]}' }),
      '"enabled" must be true or false',
    ],
    [
      'another server',
      folder({ 'settings.json': '{"plugins":[{"id":"one","srcURL":"https://x.example/a","enabled":true}]}' }),
      'leads to another server',
    ],
    ['no name', about({ name: 1 }), '"name" is missing, or isn’t text'],
    ['no version', about({ version: null }), '"version" is missing'],
    ['no allowUnload', about({ allowUnload: 'no' }), '"allowUnload" must be true or false'],
    ['no platforms', about({ platforms: 'web' }), '"platforms" must be a list'],
    ['no roles', about({ participantRoles: [] }), 'include neither "chair" nor "guest"'],
    [
      'two menus',
      about({ menuItems: { toolbar: [{ action: 'go' }], conference: [{ action: 'go' }] } }),
      '"menuItems" names toolbar and conference, but only one is allowed',
    ],
    ['no plugins', folder({ 'settings.json': '{"plugins":[]}' }), 'settings.json doesn’t list any plugins.'],
    [
      'a plugin that is still a ZIP',
      folder({ 'plugins/one/one.json': 'PK\u0003\u0004' }),
      'one.json is a ZIP. Unpack it',
    ],
    [
      'a script that no browser can read',
      folder({ 'plugins/one/one.js': 'registerPlugin({ id: "one", go });\nif (' }),
      'plugins/one/one.js, line 2: Unexpected end of input.',
    ],
    ['another menu', about({ menuItems: { sidebar: [] } }), 'there is no menu "sidebar"'],
    [
      'a module',
      folder({ 'plugins/one/one.js': 'import x from "y";\nregisterPlugin({ id: "one", go })' }),
      'is a module',
    ],
  ])('refuses %s with its own sentence', async (_, files, sentence) => {
    const text = await said(files);
    expect(text).toContain(sentence);
    expect(text).not.toContain('will run');
  });

  it.each([
    ['an empty description', about({ description: '' })],
    ['no description', about({ description: undefined })],
    ['null for its menu', about({ menuItems: null })],
    ['a list for its menu', about({ menuItems: [] })],
    ['an empty menu beside its own', about({ menuItems: { conference: [], toolbar: [{ action: 'go' }] } })],
  ])('lets a plugin run that has %s', async (_, files) => {
    expect(await said(files)).toBe('One (one) will run');
  });

  it('reads source files of any length and form', async () => {
    for (const sign of ['\n', 'a', '/* ', 'x.merge(', 'a$.merge(', 'innerHTML${', 'registerPlugin({id:'])
      expect(await said(source(`\`${sign.repeat(20_000)}\``))).toContain('One (one) will');
    const lookups = Array.from({ length: 8_000 }, (_, n) => `document.getElementById("toolbar-${n}");`);
    expect(await said(source(lookups.join('\n')))).toContain('it uses elements of Webapp2’s own page');
  });

  it.each([
    [
      'another id in settings.json',
      about({ id: 'uno' }),
      'settings.json calls it "one", its package file "uno". Both ids are accepted.',
    ],
    [
      'an unknown action',
      about({ menuItems: { toolbar: [{ action: 'fly' }] } }),
      'has no function called "fly"',
    ],
    ['navigation', source('location.href = "https://x.example"; go()'), 'it navigates its page elsewhere'],
    ['the media', source('navigator.mediaDevices.getUserMedia({})'), 'it requests its own camera'],
    ['a question', source('if (confirm("Sure?")) go()'), 'it uses confirm or prompt'],
    ['PexRTC’s hooks', source('PEX.pexrtc.onChatMessage = go'), 'it uses onChatMessage of PexRTC'],
    [
      'PexRTC’s hooks by another name',
      source('const rtc = window.PEX.pexrtc;\nrtc.onCall = go'),
      'it uses onCall of PexRTC',
    ],
    [
      'a connection of its own',
      source('const rtc = new PexRTC(); rtc.makeCall("a")'),
      'it uses a PexRTC connection',
    ],
    ['an element by id', source('document.getElementById("toolbar-audio")'), 'it uses elements of Webapp2'],
    ['a video', source('document.getElementById("mainVideo")'), 'it takes pictures from the videos'],
    [
      'an action that never comes',
      source('actions$.ofType("[Home] Screen state")'),
      'it waits for "[Home] Screen',
    ],
    [
      'names in HTML',
      folder({
        'plugins/one/one.js': 'registerPlugin({ id: "one", go }); o({ body: `<b>$' + '{p.name}</b>` })',
      }),
      'names or messages from the meeting as HTML',
    ],
    [
      'a missing icon of its state',
      folder({ 'plugins/one/one.js': 'registerPlugin({ id: "one", go }); s("a.svg#a")' }),
      'Its icon plugins/one/a.svg#a is missing'.replace('#a', ''),
    ],
    [
      'being off',
      folder({
        'settings.json':
          '{"plugins":[{"id":"one","srcURL":"custom_configuration/plugins/one/one.json","enabled":false}]}',
      }),
      'It is off until the user turns it on',
    ],
    ['alert, which is a notice', source('alert(1)'), /^One \(one\) will run$/],
    ['full screen', source('document.body.requestFullscreen()'), /^One \(one\) will run$/],
    [
      'a sprite of Webapp2 in a picture of its own',
      source('use.setAttributeNS(xlink, "xlink:href", "icons.svg#mic-off")'),
      /^One \(one\) will run$/,
    ],
    [
      'the methods of RxJS 5 that this host has',
      source(
        'actions$.ofType("[Conference] Connect Success").filter(go).map(go).take(1).do(go).subscribe(go)',
      ),
      /^One \(one\) will run$/,
    ],
    [
      'operators in a pipe, and methods of the same name elsewhere',
      source('participants$.pipe(rx.switchMap(go)).subscribe(go); list.skip(1); _.merge(a, b)'),
      /^One \(one\) will run$/,
    ],
    [
      'an element of its own, named as Webapp2’s are',
      source('made.setAttribute("id", "toolbar-mine"); document.getElementById("toolbar-mine").focus()'),
      /^One \(one\) will run$/,
    ],
    [
      'every property of the guides',
      source(
        'function go(participant) { return participant.uuid + participant.vad + participant.buzzTime; }',
      ),
      /^One \(one\) will run$/,
    ],
    ['what is commented out', source('// location.href = "a"\n/* new PexRTC() */'), /^One \(one\) will run$/],
    ['no menu items', about({ menuItems: {} }), 'One (one) will run'],
    ['a package file without menuItems', about({ menuItems: undefined }), 'One (one) will run'],
  ])('lets run, and tells of, %s', async (_, files, sentence) => {
    const text = await said(files);
    expect(text).toContain('will run');
    if (typeof sentence === 'string') expect(text).toContain(sentence);
    else expect(text).toMatch(sentence);
  });
});
