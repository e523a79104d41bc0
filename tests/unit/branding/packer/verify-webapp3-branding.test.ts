import { describe, expect, it } from 'vitest';
import { verifyPackage } from '../../../../branding/verify-package';
import { MANIFEST, PLUGIN, SCRIPT, withFile, withManifest, without } from './support/bad-webapp3';
import { expectFinding, type Scenario } from './support/finding';
import { checkOf, webapp3 } from './support/packages';

const SCENARIOS: Scenario[] = [
  { name: 'no branding', bad: { 'a.txt': 'x' }, level: 'error', where: 'package.zip', words: 'no branding' },
  {
    name: 'two manifests',
    bad: withFile('branding/manifest.json', {}),
    level: 'error',
    where: 'branding/manifest.json',
    words: 'second manifest',
  },
  {
    name: 'broken JSON',
    bad: withFile(MANIFEST, '{\n  "plugins": [,]\n}'),
    level: 'error',
    where: `${MANIFEST}:2:15`,
    words: 'expected a value',
  },
  {
    name: 'a manifest that is a list',
    bad: withFile(MANIFEST, '[]'),
    level: 'error',
    where: `${MANIFEST}:1:1`,
    words: 'a list',
  },
  {
    name: 'no plugins',
    bad: withManifest({ plugins: undefined }),
    level: 'error',
    where: `${MANIFEST}:1:1`,
    words: 'list any plugins',
  },
  {
    name: 'plugins that aren’t a list',
    bad: withManifest({ plugins: {} }),
    level: 'error',
    where: `${MANIFEST}:11:14`,
    words: 'an object',
  },
  {
    name: 'a plugin that is a text',
    bad: withManifest({ plugins: ['clock'] }),
    level: 'error',
    where: `${MANIFEST}:12:5`,
    words: 'a text',
  },
  {
    name: 'a picture of the branding that is missing',
    bad: without('webapp3/branding/logo.svg'),
    level: 'warning',
    where: `${MANIFEST}:9:13`,
    words: './logo.svg is missing',
  },
  {
    name: 'a picture in other capitals',
    bad: { ...without('webapp3/branding/logo.svg'), 'webapp3/branding/Logo.SVG': '<svg/>' },
    level: 'warning',
    where: `${MANIFEST}:9:13`,
    words: './logo.svg is missing: there is only webapp3/branding/Logo.SVG',
  },
  {
    name: 'a picture at the root of the server',
    bad: withManifest({ images: { logo: '/logo.svg' } }),
    level: 'warning',
    where: MANIFEST,
    words: '/logo.svg is at the root of the server',
  },
  {
    name: 'a picture on a computer',
    bad: withManifest({ images: { logo: 'C:\\Users\\me\\logo.svg' } }),
    level: 'warning',
    where: MANIFEST,
    words: 'is a path on a computer',
  },
  {
    name: 'an empty picture',
    bad: withFile('webapp3/branding/logo.svg', ''),
    level: 'warning',
    where: 'webapp3/branding/logo.svg',
    words: 'is empty',
  },
  {
    name: 'a manifest too deep',
    bad: { 'my/webapp3/branding/manifest.json': {} },
    level: 'error',
    where: 'package.zip',
    words: 'no branding',
  },
  {
    name: 'a file that a script of the plugin may ask for by a path that it puts together',
    bad: withFile(`${PLUGIN}sounds/chime.mp3`, 'x'),
    level: 'note',
    where: `${PLUGIN}sounds/chime.mp3`,
    words: 'isn’t named in any file',
  },
  {
    name: 'a file that nobody uses',
    bad: withFile('webapp3/branding/old.svg', 'x'),
    level: 'warning',
    where: 'webapp3/branding/old.svg',
    words: 'isn’t used',
  },
  {
    name: 'plugins given twice',
    bad: withFile(MANIFEST, '{\n  "version": 0,\n  "plugins": [],\n  "plugins": []\n}'),
    level: 'error',
    where: `${MANIFEST}:4:3`,
    words: '"plugins" is given twice, first at line 3, column 3',
  },
  {
    name: 'a plugin that nobody names',
    bad: { ...webapp3(), 'webapp3/branding/plugins/b/b.html': '', 'webapp3/branding/plugins/b/b.js': '' },
    level: 'warning',
    where: 'webapp3/branding/plugins/b/ (2 files)',
    words: 'isn’t used',
  },
  {
    name: 'a version of another kind',
    bad: withManifest({ version: '0' }),
    level: 'warning',
    where: MANIFEST,
    words: '"version"',
  },
  {
    name: 'too few colours',
    bad: withManifest({ colorPalette: ['#3D5A76'] }),
    level: 'warning',
    where: MANIFEST,
    words: '11 colors',
  },
  {
    name: 'another version than its name',
    bad: webapp3(),
    zip: 'clock-v1.3.0.zip',
    level: 'error',
    where: MANIFEST,
    words: 'is 1.2.0, but the file name has 1.3.0',
  },
  {
    name: 'no version, but one in its name',
    bad: withManifest({ meta: { brandVersion: 'n/a' } }),
    zip: 'clock-1.2.0.zip',
    level: 'note',
    where: MANIFEST,
    words: 'has no version',
  },
  {
    name: 'an older build of our plugin',
    bad: withFile(SCRIPT, 'registerPlugin({id:"clock"});"external-chat loaded v1.1.0"'),
    zip: 'clock-v1.2.0.zip',
    level: 'error',
    where: SCRIPT,
    words: 'is version 1.1.0',
  },
];

describe('a Web App 3 package', () => {
  it.each(['package.zip', 'clock-v1.2.0.zip', 'clock_1.2.zip'])(
    'that is good, called %s, has no finding',
    (name) => {
      expect(checkOf(webapp3(), name)).toEqual({ findings: [], contents: ['Web App 3: clock'] });
    },
  );

  it.each(SCENARIOS)('with $name: $level', expectFinding);

  it.each([
    ['empty', withFile(MANIFEST, '')],
    ['too deep', { 'my/webapp3/branding/manifest.json': {}, 'my/webapp3/branding/logo.svg': '<svg/>' }],
  ])('whose manifest is %s is not called unused', (_, bad) => {
    expect(checkOf(bad, 'package.zip').findings).toEqual([expect.objectContaining({ level: 'error' })]);
  });

  it('that isn’t a ZIP is an error too', () => {
    const { findings } = verifyPackage('a.zip', new TextEncoder().encode('<html>'));
    expect(findings).toEqual([expect.objectContaining({ level: 'error', where: 'a.zip' })]);
  });
});
