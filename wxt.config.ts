import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Rollup } from 'vite';
import { defineConfig } from 'wxt';
import { readOrganization } from './browser/build/organization';
import { smallScripts } from './browser/build/small-scripts';
import { addBrowserMessages } from './locales/build/browser-messages';
import { stripEnglish } from './locales/build/strip-english';
import { noticeFiles } from './notices/notices';
import { collectPackages } from './notices/vite';
import { leanSchema } from './settings/build/lean-schema';
import { leanNumberingPlans } from './settings/build/numbering-plans';

/** The sizes in which the icon of each state is drawn; see browser/icon.ts. */
const quietIcon = Object.fromEntries([16, 32, 48].map((size) => [size, `icon/none-${size}.png`]));

/** Where a chat of somebody's choice may be. */
const CHAT_SITES = 'https: http://localhost:* http://127.0.0.1:*';

/**
 * What the extension's pages may load: their own files, and in a frame the chat of somebody's choice, after
 * a request that shows whether it allows that. Not their own address: what frames the dock is a page of the
 * web.
 */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  `connect-src 'self' ${CHAT_SITES}`,
  `frame-src ${CHAT_SITES}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Puts all that the panel shows first into one script, which is the only one that it waits for: each more is
 * a way of some milliseconds through the browser. Rollup would cut it where the options and the dock use a
 * part of it. They load all of it then, with the side panel's own lines, which do nothing elsewhere.
 */
function panelInOneChunk() {
  const first = new Set<string>();
  return {
    name: 'panel-in-one-chunk',
    outputOptions(options: Rollup.OutputOptions): Rollup.OutputOptions | null {
      // Content scripts and the background are one script each, as they have to be.
      if (options.format !== 'es' || options.inlineDynamicImports) return null;
      return {
        ...options,
        // A file of its own costs more in the ZIP than such a small one has.
        experimentalMinChunkSize: 900,
        // The panel's first script has the names of all others: the shortest hash that tells so many apart.
        chunkFileNames: 'chunks/[name]-[hash:7].js',
        manualChunks(id, { getModuleInfo }) {
          const add = (each: string): void => {
            if (first.has(each)) return;
            first.add(each);
            getModuleInfo(each)?.importedIds.forEach(add);
          };
          add(resolve('entrypoints/sidepanel/index.html'));
          return first.has(id) ? 'sidepanel' : undefined;
        },
      };
    },
  };
}

/** Of the packages whose code is in the extension: WXT makes it in several builds. */
const packages = new Set<string>();

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDir: '.output',
  vite: () => ({
    plugins: [
      stripEnglish(),
      leanNumberingPlans(),
      panelInOneChunk(),
      smallScripts(['sidepanel']),
      collectPackages(packages),
    ],
    build: {
      modulePreload: {
        polyfill: false,
        // A view that is opened fetches its parts from the disk one after the other, which takes no time;
        // their names, each with a hash, would be loaded by every panel.
        resolveDependencies: (_, files, { hostType }) =>
          hostType === 'html' ? files : files.filter((file) => file.endsWith('.css')),
      },
    },
  }),
  hooks: {
    'build:publicAssets': async (wxt, files) => {
      leanSchema(wxt, files);
      await addBrowserMessages(wxt, files);
    },
    'build:before': () => packages.clear(),
    'build:done': ({ config }) => {
      for (const [name, text] of noticeFiles(packages)) writeFileSync(join(config.outDir, name), text);
    },
  },
  zip: {
    // A list of what goes in, not of what stays out: a key or a note beside the sources must not get
    // published.
    excludeSources: ['**/*'],
    includeSources: [
      'LICENSE',
      'README.md',
      'docs/maintain/release.md',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'wxt.config.ts',
      '{background,browser,entrypoints,host,locales,notices,panel,peer,protocol,settings,strings}/**/*.{css,html,ts,tsx}',
      'locales/*.json',
      'public/**/*.{json,png,svg}',
      'scenarios/*.json',
    ],
  },
  manifest: ({ browser, command }) => {
    const { matches, key, firefoxId, updates } = readOrganization(process.env);
    return {
      name: '__MSG_manifest_name__',
      description: '__MSG_manifest_description__',
      default_locale: 'en',
      permissions: [
        'activeTab',
        'contextMenus',
        'scripting',
        'storage',
        ...(browser === 'firefox' ? [] : ['sidePanel']),
      ],
      // Asked for when the user turns notifications on.
      optional_permissions: ['notifications'],
      optional_host_permissions: ['https://*/*', 'http://*/*'],
      ...(matches.length > 0 && {
        content_scripts: [
          {
            matches: [...matches],
            js: ['detector.js'],
            run_at: 'document_start' as const,
            // Also in a page that such a host writes into `about:blank`. Browsers take it for whole hosts
            // alone: with another path, Chromium does not load the extension.
            match_origin_as_fallback: matches.every((match) => /^[^/]+:\/\/[^/]+\/\*$/.test(match)),
          },
        ],
        // With these the background may bring the peer to what the detector has found.
        host_permissions: [...matches],
      }),
      // The dock is a frame in the page. In Chromium its address is a new one in every session, so that a
      // page cannot tell by it who has the extension; in Firefox every extension's is random.
      web_accessible_resources: [
        {
          resources: ['dock.html'],
          matches: ['<all_urls>'],
          ...(browser !== 'firefox' && { use_dynamic_url: true }),
        },
      ],
      // While `npm run dev` runs, the pages are served by Vite, and WXT knows what that takes.
      ...(command === 'build' && { content_security_policy: { extension_pages: pagePolicy } }),
      action: { default_title: '__MSG_manifest_title__', default_icon: quietIcon },
      // One background for both kinds of windows: it keeps nothing, and a private panel writes nothing.
      incognito: 'spanning',
      // Letters that are free in both browsers; docs/use/keyboard-shortcuts.md says from which lists.
      commands: {
        // Not `_execute_action`: Chromium hears that one only in windows with a toolbar.
        'open-panel': {
          suggested_key: { default: 'Alt+Shift+K' },
          description: '__MSG_manifest_openPanel__',
        },
        'focus-destination': {
          suggested_key: { default: 'Alt+Shift+G' },
          description: '__MSG_manifest_focusDestination__',
        },
        'toggle-chat': {
          suggested_key: { default: 'Alt+Shift+J' },
          description: '__MSG_manifest_toggleChat__',
        },
      },
      // Firefox reads its policy from policies.json and a managed manifest, neither of which has a schema.
      ...(browser !== 'firefox' && { storage: { managed_schema: 'managed-schema.json' } }),
      ...(browser === 'firefox' && {
        browser_specific_settings: {
          gecko: {
            id: firefoxId,
            ...(updates && { update_url: `${updates}updates.json` }),
            strict_min_version: '142.0',
            data_collection_permissions: { required: ['none'] },
          },
        },
      }),
      ...(browser !== 'firefox' && {
        minimum_chrome_version: '120',
        ...(key && { key: key.text }),
        ...(updates && { update_url: `${updates}updates.xml` }),
      }),
    };
  },
});
