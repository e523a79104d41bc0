import { describe, expect, it } from 'vitest';
import { FILE, MANIFEST, SETTINGS, withFile, without, withSettings } from './support/bad-webapp2';
import { expectFinding, type Scenario } from './support/finding';
import { checkOf, webapp2, webapp3 } from './support/packages';

const SCENARIOS: Scenario[] = [
  { name: 'no manifest', bad: without(MANIFEST), level: 'error', where: MANIFEST, words: 'is missing' },
  { name: 'no settings', bad: without(SETTINGS), level: 'error', where: SETTINGS, words: 'is missing' },
  {
    name: 'no brandingID',
    bad: withFile(MANIFEST, { isSettingsBranded: true }),
    level: 'error',
    where: `${MANIFEST}:1:1`,
    words: 'brandingID',
  },
  {
    name: 'a brandingID in words',
    bad: withFile(MANIFEST, { brandingID: 'new', isSettingsBranded: true }),
    level: 'error',
    where: `${MANIFEST}:2:17`,
    words: 'brandingID',
  },
  {
    name: 'settings that are not branded',
    bad: withFile(MANIFEST, { brandingID: 1, isSettingsBranded: false }),
    level: 'error',
    where: `${MANIFEST}:3:24`,
    words: 'isSettingsBranded',
  },
  {
    name: 'settings that aren’t JSON',
    bad: withFile(SETTINGS, '{"plugins": [}'),
    level: 'error',
    where: `${SETTINGS}:1:14`,
    words: 'valid JSON',
  },
  {
    name: 'settings without plugins',
    bad: withFile(SETTINGS, {}),
    level: 'error',
    where: `${SETTINGS}:1:1`,
    words: 'no list of plugins',
  },
  {
    name: 'a plugin that isn’t an object',
    bad: withFile(SETTINGS, { plugins: [1] }),
    level: 'error',
    where: `${SETTINGS}:3:5`,
    words: 'a number',
  },
  {
    name: 'a plugin without an id',
    bad: withSettings({ id: undefined }),
    level: 'error',
    where: SETTINGS,
    words: 'no id',
  },
  {
    name: 'a plugin neither on nor off',
    bad: withSettings({ enabled: 'true' }),
    level: 'error',
    where: SETTINGS,
    words: '"enabled" is a text',
  },
  {
    name: 'a plugin without a package file',
    bad: withSettings({ srcURL: undefined }),
    level: 'error',
    where: SETTINGS,
    words: 'no srcURL',
  },
  {
    name: 'a package file that is missing',
    bad: without(FILE),
    level: 'error',
    where: SETTINGS,
    words: `there is no ${FILE}`,
  },
];

describe('a Webapp2 package', () => {
  it('that is good has no finding', () => {
    expect(checkOf(webapp2())).toEqual({ findings: [], contents: ['Webapp2: record-1.0'] });
  });

  it('may stand at the root of the ZIP', () => {
    const files = Object.entries(webapp2()).map(([path, content]) => [path.replace('webapp2/', ''), content]);
    expect(checkOf(Object.fromEntries(files)).findings).toEqual([]);
  });

  it('may name its files as they stand on a node', () => {
    const srcURL = 'custom_configuration/plugins/record/record.package.json';
    expect(checkOf(withSettings({ srcURL })).findings).toEqual([]);
  });

  it('may be in one ZIP with a Web App 3 package, and both are looked at', () => {
    expect(checkOf({ ...webapp2(), ...webapp3() })).toEqual({
      findings: [],
      contents: ['Web App 3: clock', 'Webapp2: record-1.0'],
    });
    const { findings } = checkOf({
      ...without(SETTINGS),
      ...webapp3(),
      'webapp3/branding/manifest.json': '{',
    });
    expect(findings.filter(({ level }) => level === 'error')).toHaveLength(2);
  });

  it.each([
    ['record-v1.0.zip', 0],
    ['record-v1.0.0.zip', 0],
    ['record-v1.1.zip', 1],
  ])('called %s has %i findings about its version', (name, count) => {
    expect(checkOf(webapp2(), name).findings).toHaveLength(count);
  });

  it.each(SCENARIOS)('with $name: $level', expectFinding);
});
