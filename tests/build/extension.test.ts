import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { PEER_ONLY } from '../../browser/build/small-scripts';
import { DEFAULT_SETTINGS } from '../../settings/settings';

const manifestOf = (build: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`.output/${build}/manifest.json`, 'utf8'));

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** A sentence that only webextension-polyfill contains. */
const POLYFILL = 'This script should only be loaded in a browser extension.';

describe.each([
  { build: 'chrome-mv3', permissions: ['activeTab', 'contextMenus', 'scripting', 'sidePanel', 'storage'] },
  { build: 'firefox-mv3', permissions: ['activeTab', 'contextMenus', 'scripting', 'storage'] },
])('the built extension in .output/$build', ({ build, permissions }) => {
  const manifest = manifestOf(build);

  test('is of Manifest V3 and of this version', () => {
    expect(manifest).toMatchObject({ manifest_version: 3, version });
  });

  test('asks for no more than it says', () => {
    expect((manifest.permissions as string[]).toSorted()).toEqual(permissions);
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
    // The frame that the peer lays over the page, and nothing that a page could make use of by itself.
    expect(manifest.web_accessible_resources).toEqual([
      {
        resources: ['dock.html'],
        matches: ['<all_urls>'],
        ...(build === 'chrome-mv3' && { use_dynamic_url: true }),
      },
    ]);
  });

  test('injects at most 2.0 kB into pages without a meeting', () => {
    expect(statSync(`.output/${build}/detector.js`).size).toBeLessThanOrEqual(2_000);
  });

  test('has a peer with its panel server in one script of at most 29.5 kB', () => {
    expect(statSync(`.output/${build}/peer.js`).size).toBeLessThanOrEqual(29_500);
    expect(readFileSync(`.output/${build}/peer.js`, 'utf8')).toContain('set-badge');
  });

  test('shortens properties that the peer alone has', () => {
    const folder = `.output/${build}`;
    const property = new RegExp(`(?<=[.{,]|[gs]et )(?:${PEER_ONLY.join('|')})\\b`, 'g');
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.js$/.test(name),
    );
    expect(scripts).toContain('peer.js');
    const found = scripts.flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').match(property) ?? []);
    expect(found).toEqual([]);
  });

  test('brings the dock in a script of its own, for pages on which a chat is opened', () => {
    expect(statSync(`.output/${build}/dock-host.js`).size).toBeLessThanOrEqual(4_000);
  });

  test('brings the log only to who looks at it, and the simulator only to who wants one', () => {
    expect(statSync(`.output/${build}/tracer.js`).size).toBeLessThanOrEqual(2_500);
    expect(statSync(`.output/${build}/simulator.js`).size).toBeLessThanOrEqual(7_000);
  });

  test('has the polyfill in the background, and in no script for other people’s pages', () => {
    const has = (script: string) => readFileSync(`.output/${build}/${script}`, 'utf8').includes(POLYFILL);
    expect(has('background.js')).toBe(true);
    const injected = ['detector.js', 'peer.js', 'dock-host.js', 'tracer.js', 'simulator.js', 'title.js'];
    expect(injected.filter(has)).toEqual([]);
  });

  test('has a panel that loads at most 28 kB of scripts before the first click', () => {
    const page = readFileSync(`.output/${build}/sidepanel.html`, 'utf8');
    const scripts = [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, file]) => file);
    expect(scripts.length).toBeGreaterThan(0);
    const sizes = scripts.map((file) => gzipSync(readFileSync(`.output/${build}/${file}`)).length);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(28_000);
  });

  test('has an options page, and a command that the user can change', () => {
    expect(manifest.options_ui).toEqual({ page: 'options.html', open_in_tab: true });
    expect(Object.keys(manifest.commands as object)).toEqual([
      'open-panel',
      'focus-destination',
      'toggle-chat',
    ]);
  });

  test('tells administrators what they can set, where the browser reads that', () => {
    if (build !== 'chrome-mv3') {
      expect(manifest.storage).toBeUndefined();
      expect(readdirSync(`.output/${build}`)).not.toContain('managed-schema.json');
      return;
    }
    const { managed_schema } = manifest.storage as { managed_schema: string };
    const { properties } = JSON.parse(readFileSync(`.output/${build}/${managed_schema}`, 'utf8'));
    expect(Object.keys(properties).toSorted()).toEqual([
      'allow',
      'chat',
      'locks',
      'presets',
      'settings',
      'sites',
      'tabs',
    ]);
    expect(Object.keys(properties.settings.properties)).toEqual(Object.keys(DEFAULT_SETTINGS));
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
