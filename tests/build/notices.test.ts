import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LICENSE_NAME, NOTICES_NAME } from '../../notices/notices';
import { BUILT, built } from '../prebuild/built';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const OURS = readFileSync('LICENSE', 'utf8');

/** Every package that people get, with projects whose code is known to be in it. */
const PACKAGES: [folder: string, projects: string[]][] = [
  [
    BUILT.chromium,
    ['preact', '@preact/signals', '@preact/signals-core', 'libphonenumber-js', 'webextension-polyfill'],
  ],
  [
    BUILT.firefox,
    ['preact', '@preact/signals', '@preact/signals-core', 'libphonenumber-js', 'webextension-polyfill'],
  ],
  [BUILT.plugin, []],
  [BUILT.classic, ['@pexip/plugin-api', 'rxjs']],
  [BUILT.webapp2, []],
  [BUILT.meeting, ['@pexip/infinity', '@pexip/infinity-api']],
  [BUILT.host, []],
  [`${BUILT.branding}/branding/plugins/external-chat`, []],
];

/** The packages that a notices file lists: name and version. */
const listed = (notices: string) =>
  [...notices.matchAll(/^ {2}(\S+) (\d\S*) \((\S.*)\)$/gm)].map(([, name = '', installed = '']) => ({
    name,
    installed,
  }));

describe.each(PACKAGES)('%s', (folder, projects) => {
  const read = (name: string) => readFileSync(`${built(folder)}/${name}`, 'utf8');

  it('has our license', () => {
    expect(read(LICENSE_NAME)).toBe(OURS);
  });

  it('names the projects whose code is in it, with their license as it stands', () => {
    const notices = read(NOTICES_NAME);
    const packages = listed(notices);
    expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining(projects));
    if (projects.length === 0) expect(notices).toContain('contains no code of third parties');
    for (const { name, installed } of packages) {
      const manifest = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
      expect([name, installed]).toEqual([name, manifest.version]);
      const text = ['LICENSE', 'LICENSE.txt', 'LICENSE.md']
        .map((file) => readIfThere(`node_modules/${name}/${file}`))
        .find((each) => each !== undefined);
      const [firstLine = 'The package has no license file.'] = text?.trim().split(/\r?\n/) ?? [];
      expect(notices.split(`\n${name} ${installed} (`)[1]).toContain(firstLine.trim());
    }
  });
});

describe.each([
  ['the branding package', `${BUILT.package}/left/external-chat-v${version}.zip`],
  ['the extension for Chrome', `${BUILT.zip}/external-chat-${version}-chrome.zip`],
  ['the extension for Firefox', `${BUILT.zip}/external-chat-${version}-firefox.zip`],
])('%s', (_, path) => {
  it('is packed with license and notices', () => {
    const names = Object.keys(unzipSync(readFileSync(built(path))));
    for (const file of [LICENSE_NAME, NOTICES_NAME])
      expect(names.filter((name) => name === file || name.endsWith(`/${file}`))).toHaveLength(1);
  });
});

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
