import { describe, expect, it } from 'vitest';
import { resolvePath } from '../../../../plugin/classic/package/paths';

const FROM = 'plugins/clock/package.json';

it.each([
  ['app.js', 'plugins/clock/app.js'],
  ['./a b.js?x=1', 'plugins/clock/a b.js?x=1'],
  ['../other/app.js', 'plugins/other/app.js'],
  ['./custom_configuration/plugins/other/a.svg', 'plugins/other/a.svg'],
  ['configuration/plugins/other/a.svg', 'plugins/other/a.svg'],
  ['configuration/a.svg', 'plugins/clock/configuration/a.svg'],
  ['caf%C3%A9.js', 'plugins/clock/café.js'],
])('%s is in the folder', (path, resolved) => {
  expect(resolvePath(path, FROM)).toBe(resolved);
});

describe('attack: a path of a classic plugin leads out of its folder', () => {
  it.each([
    '//evil.example/pkg.json',
    'custom_configuration/plugins/..////evil.example/pkg.json',
    'configuration/plugins/%252e%252e/pkg.json',
    'https://evil.example/pkg.json',
    '/.////evil.example/pkg.json',
    './///evil.example/pkg.json',
    '../../..////evil.example/pkg.json',
    '%252e%252e/%252e%252e/pkg.json',
    '%25252e%25252e/pkg.json',
    'a%2f..%2f..%2fpkg.json',
    '/%5c%5cevil.example/pkg.json',
    '/https://evil.example/pkg.json',
    './https://evil.example/pkg.json',
    './javascript:alert(1)',
    '/data:text/javascript,alert(1)',
    '%0a//evil.example/pkg.json',
    '%20//evil.example/pkg.json',
    '/%09/evil.example/pkg.json',
    '/%01//evil.example/pkg.json',
    'ht%09tp://evil.example/pkg.json',
    './blob:https://evil.example/1',
  ])('%s leads out of the folder, or might', (path) => {
    const resolved = resolvePath(path, '');
    expect(resolved).toBeUndefined();
  });
});
