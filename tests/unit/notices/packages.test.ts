import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formatNotices } from '../../../notices/notices';
import { packageFolderOf, readThirdParties, readThirdParty } from '../../../notices/packages';

const root = mkdtempSync(join(tmpdir(), 'notices-'));
afterAll(() => rmSync(root, { recursive: true }));

function install(name: string, manifest: object, files: Record<string, string> = {}): string {
  const folder = join(root, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.2.3', ...manifest }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

describe('the package of a module', () => {
  it.each([
    ['/a/node_modules/preact/dist/preact.module.js', '/a/node_modules/preact'],
    ['/a/node_modules/@preact/signals/dist/x.mjs?v=1', '/a/node_modules/@preact/signals'],
    ['/a/node_modules/wxt/node_modules/defu/dist/defu.mjs', '/a/node_modules/wxt/node_modules/defu'],
    ['\0/a/node_modules/rxjs/index.js?commonjs-proxy', '/a/node_modules/rxjs'],
    ['C:\\a\\node_modules\\preact\\x.js', 'C:/a/node_modules/preact'],
    ['node_modules/preact/x.js', 'node_modules/preact'],
    ['\0vite/preload-helper.js', 'node_modules/vite'],
    ['/a/panel/app/app.tsx', undefined],
    ['\0virtual:entry', undefined],
  ])('%j: %j', (id, folder) => {
    expect(packageFolderOf(id)).toBe(folder);
  });
});

describe('the notices', () => {
  it('have each package once, by name, with every license and notice file', () => {
    const b = install('b', { license: 'MIT' }, { LICENSE: 'Use b.\r\n', 'NOTICE.md': 'By Bea.' });
    const a = install('@x/a', { license: 'BSD' }, { 'LICENCE.txt': 'Use a.' });
    const text = formatNotices(readThirdParties([b, a, b]));
    expect(text.match(/^ {2}\S.*$/gm)).toEqual(['  @x/a 1.2.3 (BSD)', '  b 1.2.3 (MIT)']);
    expect(text).toContain('Use a.');
    expect(text).toContain('Use b.\nBy Bea.');
  });

  it('say so where there is no such code', () => {
    expect(formatNotices([])).toContain('no code of third parties');
  });

  it('name license and author of a package without a license file', () => {
    const folder = install('d', { license: 'MIT', author: { name: 'Dee' } });
    expect(readThirdParty(folder).texts).toEqual([expect.stringMatching(/names MIT, by Dee\.$/)]);
  });

  it('are not written with a package that names no license', () => {
    const folder = install('c', {}, { LICENSE: 'x' });
    expect(() => readThirdParty(folder)).toThrow(folder);
  });
});
