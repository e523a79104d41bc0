import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { versionInPlugin } from '../../branding/packer/branding/version';

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const { version } = json('package.json');

it.each([
  ['the lockfile', () => json('package-lock.json').version],
  ['the lockfile’s own package', () => json('package-lock.json').packages[''].version],
  ['the Chrome extension', () => json('.output/chrome-mv3/manifest.json').version],
  ['the Firefox extension', () => json('.output/firefox-mv3/manifest.json').version],
  ['the branding bundle', () => json('webapp3/branding/manifest.json').meta.brandVersion],
  [
    'the line that the plugin logs',
    () => versionInPlugin(readFileSync('.output/external-chat/external-chat.js', 'utf8')),
  ],
  [
    'the version that the plugin announces',
    () =>
      /version:\s*["'`](\d[^"'`]*)/.exec(readFileSync('.output/external-chat/external-chat.js', 'utf8'))?.[1],
  ],
])('%s has the version of package.json', (_, read) => {
  expect(read()).toBe(version);
});
