import { describe, it } from 'vitest';
import {
  FILE,
  SOURCE,
  withField,
  withFile,
  withItem,
  without,
  withScript,
  withSettings,
} from './support/bad-webapp2';
import { expectFinding, type Scenario } from './support/finding';

const WRONG_FIELDS: [field: string, value: unknown, words: string][] = [
  ['id', '', '"id" is ""'],
  ['name', 5, '"name" is a number'],
  ['description', null, '"description" is null'],
  ['version', true, '"version" is true'],
  ['srcURL', {}, '"srcURL" is an object'],
  ['allowUnload', 'yes', '"allowUnload" is "yes"'],
  ['platforms', ['web', 'windows'], '"platforms" is ["web", "windows"]'],
  ['participantRoles', ['host'], '"participantRoles" is ["host"]'],
  ['menuItems', [], '"menuItems" is []'],
];

const SCENARIOS: Scenario[] = [
  {
    name: 'a package file that is no JSON',
    bad: withFile(FILE, '{'),
    level: 'error',
    where: `${FILE}:1:2`,
    words: 'no JSON',
  },
  {
    name: 'another id in the package file',
    bad: withSettings({ id: 'record-2.0' }),
    level: 'error',
    where: FILE,
    words: 'settings.json says "record-2.0"',
  },
  {
    name: 'another id in the source',
    bad: withScript((script) => script.replace("'record-1.0'", "'rec'")),
    level: 'error',
    where: SOURCE,
    words: 'registers "rec"',
  },
  {
    name: 'an id that cannot be told',
    bad: withScript((script) => script.replace("'record-1.0'", 'x.y')),
    level: 'note',
    where: SOURCE,
    words: 'could not tell',
  },
  {
    name: 'a source that does not register',
    bad: withFile(SOURCE, 'var record; "stop.svg"'),
    level: 'error',
    where: SOURCE,
    words: 'never calls registerPlugin',
  },
  {
    name: 'a source that is a module',
    bad: withScript((script) => `import a from 'a';\n${script}`),
    level: 'error',
    where: SOURCE,
    words: 'module',
  },
  {
    name: 'a source that is missing',
    bad: without(SOURCE),
    level: 'error',
    where: FILE,
    words: 'record.plugin.js is missing',
  },
  {
    name: 'an action that is missing',
    bad: withItem({ action: 'rec' }),
    level: 'error',
    where: SOURCE,
    words: '"rec"',
  },
  {
    name: 'no action',
    bad: withItem({ action: undefined }),
    level: 'error',
    where: FILE,
    words: 'no action',
  },
  {
    name: 'no menu at all',
    bad: withField({ menuItems: {} }),
    level: 'warning',
    where: FILE,
    words: 'menuItems is empty',
  },
  {
    name: 'two menus',
    bad: withField({ menuItems: { toolbar: [], conference: [] } }),
    level: 'error',
    where: FILE,
    words: 'toolbar and conference',
  },
  {
    name: 'a menu that does not exist',
    bad: withField({ menuItems: { sidebar: [] } }),
    level: 'error',
    where: FILE,
    words: 'no menu "sidebar"',
  },
  {
    name: 'a menu that is no list',
    bad: withField({ menuItems: { toolbar: {} } }),
    level: 'error',
    where: FILE,
    words: '"toolbar" is an object',
  },
  { name: 'no label', bad: withItem({ label: undefined }), level: 'warning', where: FILE, words: 'no label' },
  {
    name: 'an icon that is a number',
    bad: withItem({ icon: 1 }),
    level: 'error',
    where: FILE,
    words: 'icon is a number',
  },
  {
    name: 'an icon that is missing',
    bad: withItem({ icon: 'gone.svg#gone' }),
    level: 'error',
    where: FILE,
    words: 'gone.svg is missing',
  },
  {
    name: 'an icon that is no SVG',
    bad: { ...withItem({ icon: 'a.png#a' }), 'webapp2/plugins/record/a.png': 'png' },
    level: 'error',
    where: FILE,
    words: 'no SVG',
  },
  {
    name: 'an icon without its id',
    bad: withItem({ icon: 'start.svg' }),
    level: 'warning',
    where: FILE,
    words: 'without an id',
  },
  {
    name: 'an icon with another id',
    bad: withItem({ icon: 'start.svg#stop' }),
    level: 'error',
    where: FILE,
    words: 'no id="stop"',
  },
  {
    name: 'an icon of the source with another id',
    bad: withFile('webapp2/plugins/record/stop.svg', '<svg data-id="stop"/>'),
    level: 'error',
    where: SOURCE,
    words: 'no id="stop"',
  },
  ...WRONG_FIELDS.map(([field, value, words]) => ({
    name: `a wrong ${field}`,
    bad: withField({ [field]: value }),
    level: 'error' as const,
    where: FILE,
    words,
  })),
  ...WRONG_FIELDS.map(([field]) => ({
    name: `no ${field}`,
    bad: withField({ [field]: undefined }),
    level: 'error' as const,
    where: `${FILE}:1:1`,
    words: `"${field}" is missing`,
  })),
];

describe('a plugin of Webapp2', () => {
  it.each(SCENARIOS)('with $name: $level', expectFinding);
});
