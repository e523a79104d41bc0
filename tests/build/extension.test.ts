import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const manifestOf = (build: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`.output/${build}/manifest.json`, 'utf8'));

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

describe.each([
  { build: 'chrome-mv3', permissions: ['activeTab', 'scripting', 'sidePanel', 'storage'] },
  { build: 'firefox-mv3', permissions: ['activeTab', 'scripting', 'storage'] },
])('the built extension in .output/$build', ({ build, permissions }) => {
  const manifest = manifestOf(build);

  test('is of Manifest V3 and of this version', () => {
    expect(manifest).toMatchObject({ manifest_version: 3, version });
  });

  test('asks for no more than it says', () => {
    expect((manifest.permissions as string[]).toSorted()).toEqual(permissions);
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
  });

  test('has a peer of at most 12 kB', () => {
    expect(statSync(`.output/${build}/peer.js`).size).toBeLessThanOrEqual(12_000);
  });

  test('has a side panel', () => {
    expect(manifest.side_panel ?? manifest.sidebar_action).toMatchObject(
      build === 'chrome-mv3' ? { default_path: 'sidepanel.html' } : { default_panel: 'sidepanel.html' },
    );
  });
});

test('the Firefox build passes web-ext lint, with the one warning that Preact itself causes', () => {
  const report = execFileSync(
    'npx',
    ['web-ext', 'lint', '--source-dir', '.output/firefox-mv3', '--output', 'json', '--no-config-discovery'],
    { encoding: 'utf8' },
  );
  const { errors, warnings } = JSON.parse(report.slice(report.indexOf('{'))) as {
    errors: unknown[];
    warnings: { code: string }[];
  };
  expect(errors).toEqual([]);
  expect(new Set(warnings.map(({ code }) => code))).toEqual(new Set(['UNSAFE_VAR_ASSIGNMENT']));
});
