import { describe, it } from 'vitest';
import { type RawEntry, rawZip } from './support/raw-zip';
import { expectRefused, MANIFEST, type Scenario, withEntry } from './support/refusal';

const withManifest = (content: string) => rawZip([{ ...MANIFEST, content }]);
const FILE: RawEntry = { name: 'webapp3/branding/plugins/external-chat/index.html', content: 'theirs' };

const BRANDINGS: Scenario[] = [
  {
    name: 'no manifest',
    zip: rawZip([{ name: 'webapp3/branding/logo.svg' }]),
    reason: 'no-manifest',
    words: 'webapp3/branding/manifest.json',
  },
  { name: 'no entry at all', zip: rawZip([]), reason: 'no-manifest', words: 'no manifest.json' },
  {
    name: 'only a manifest of a plugin',
    zip: rawZip([{ name: 'webapp3/branding/plugins/a/manifest.json', content: '{}' }]),
    reason: 'no-manifest',
    words: 'no manifest.json',
  },
  {
    name: 'a Webapp2 branding',
    zip: rawZip([{ name: 'webapp2/manifest.json', content: '{}' }]),
    reason: 'no-manifest',
    words: 'Webapp2',
  },
  {
    name: 'one folder too deep',
    zip: rawZip([{ ...MANIFEST, name: 'my/webapp3/branding/manifest.json' }]),
    reason: 'no-manifest',
    words: 'Zip the contents of my/, so that the ZIP starts with webapp3/branding/.',
  },
  {
    name: 'several folders too deep',
    zip: rawZip([{ ...MANIFEST, name: 'downloads/my/branding/manifest.json' }]),
    reason: 'no-manifest',
    words: 'Zip the contents of downloads/my/, so that the ZIP starts with branding/.',
  },
  ...[
    'webapp3/branding/Manifest.JSON',
    'WebApp3/Branding/manifest.json',
    'webapp3/branding/manifest.json.txt',
    'webapp3/branding/manifest (1).json',
    'acme/manifest.json',
  ].map(
    (name): Scenario => ({
      name: `the manifest as ${name}`,
      zip: rawZip([{ ...MANIFEST, name }]),
      reason: 'no-manifest',
      words: `There is ${name}. Rename or move it.`,
    }),
  ),
  {
    name: 'a ZIP in a ZIP',
    zip: rawZip([{ name: 'branding.zip' }]),
    reason: 'no-manifest',
    words: 'another ZIP inside, branding.zip',
  },
  {
    name: 'two manifests',
    zip: withEntry({ name: 'manifest.json', content: '{}' }),
    reason: 'two-manifests',
    words: 'manifest.json',
  },
  {
    name: 'two brandings',
    zip: withEntry({ ...MANIFEST, name: 'old/webapp3/branding/manifest.json' }),
    reason: 'two-manifests',
    words: 'old/',
  },
  {
    name: 'broken JSON',
    zip: withManifest('{\n  "version": 0,\n  "plugins": [}\n'),
    reason: 'broken-json',
    words: 'line 3, column 15',
  },
  {
    name: 'a comma too many',
    zip: withManifest('{\n  "version": 0,\n}'),
    reason: 'broken-json',
    words: 'line 2, column 15: unexpected comma before "}"',
  },
  {
    name: 'plugins twice',
    zip: withManifest('{\n  "plugins": [],\n  "version": 0,\n  "plugins": []\n}'),
    reason: 'broken-json',
    words: '"plugins" twice, at line 2, column 3 and at line 4, column 3',
  },
  {
    name: 'the src of a plugin twice',
    zip: withManifest('{"plugins": [{"id": "a", "src": "./a.html", "src": "./b.html"}]}'),
    reason: 'broken-json',
    words: '"src" twice, at line 1, column 26 and at line 1, column 45',
  },
  {
    name: 'a comment',
    zip: withManifest('{\r\n// mine\r\n}'),
    reason: 'broken-json',
    words: 'line 2, column 1',
  },
  { name: 'an empty manifest', zip: withManifest(''), reason: 'broken-json', words: 'ends in the middle' },
  {
    name: 'a manifest in UTF-16',
    zip: rawZip([{ ...MANIFEST, content: Uint8Array.of(0xff, 0xfe, 0x7b, 0) }]),
    reason: 'broken-json',
    words: 'UTF-8',
  },
  {
    name: 'JSON without end',
    zip: withManifest('['.repeat(200_000)),
    reason: 'broken-json',
    words: 'levels deep',
  },
  { name: 'a list for a manifest', zip: withManifest('[]'), reason: 'not-a-branding', words: 'a list' },
  {
    name: 'a browser extension',
    zip: rawZip([{ name: 'manifest.json', content: '{"manifest_version": 3}' }]),
    reason: 'not-a-branding',
    words: 'browser extension',
  },
  {
    name: 'a Webapp2 manifest at the root',
    zip: rawZip([{ name: 'manifest.json', content: '{"brandingID": "1"}' }]),
    reason: 'not-a-branding',
    words: 'Webapp2',
  },
  {
    name: 'plugins that aren’t a list',
    zip: withManifest('{\n "plugins": {}\n}'),
    reason: 'not-a-branding',
    words: 'line 2, column 13',
  },
  {
    name: 'the plugin twice',
    zip: withManifest('{"plugins": [{"id": "external-chat"}, {"id": "external-chat"}]}'),
    reason: 'plugin-clash',
    words: 'twice',
  },
  {
    name: 'a folder of ours with nobody in the manifest',
    zip: withEntry(FILE),
    reason: 'plugin-clash',
    words: 'already contains files',
  },
  {
    name: 'a folder of ours with another plugin in it',
    zip: rawZip([
      { ...MANIFEST, content: '{"plugins": [{"id": "clock", "src": "plugins/external-chat/index.html"}]}' },
      FILE,
    ]),
    reason: 'plugin-clash',
    words: '"clock"',
  },
  {
    name: 'a file where our folder has to be',
    zip: withEntry({ name: 'webapp3/branding/plugins/external-chat' }),
    reason: 'plugin-clash',
    words: 'a file with that name',
  },
  {
    name: 'a file where the plugins have to be',
    zip: withEntry({ name: 'webapp3/branding/plugins' }),
    reason: 'plugin-clash',
    words: 'a file with that name',
  },
  ...['Plugins/External-Chat/Index.html', 'Plugins', 'plugins/External-Chat'].map(
    (name): Scenario => ({
      name: `${name} where our files have to be`,
      zip: withEntry({ name: `webapp3/branding/${name}` }),
      reason: 'plugin-clash',
      words: 'in other capitals or accents',
    }),
  ),
  {
    name: 'a mark that nobody sees',
    zip: withManifest('{"plugins":\u00a0[]}'),
    reason: 'broken-json',
    words: 'line 1, column 12: expected a value, found "\\u00a0"',
  },
  {
    name: 'two byte order marks',
    zip: withManifest('\uFEFF\uFEFF{}'),
    reason: 'broken-json',
    words: 'found "\\ufeff"',
  },
];

describe('what isn’t a branding package is refused', () => {
  it.each(BRANDINGS)('$name: $reason', expectRefused);
});
