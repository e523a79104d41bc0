import { existsSync } from 'node:fs';
import { basename } from 'node:path';

/** The builds that only tests need. */
const TEST_OUTPUT = '.output/test';

/** Where each build is that `npm run build:test` makes. */
export const BUILT = {
  chromium: '.output/chrome-mv3',
  firefox: '.output/firefox-mv3',
  plugin: '.output/external-chat',
  classic: '.output/classic',
  webapp2: '.output/webapp2',
  meeting: '.output/meeting/webapp3',
  host: '.output/host',
  examples: '.output/examples',
  branding: 'webapp3',
  /** With hosts on which nobody has to press the icon, one folder for each browser. */
  fixedHosts: `${TEST_OUTPUT}/fixed-hosts`,
  /** The panel's page without an extension. */
  preview: `${TEST_OUTPUT}/preview`,
  /** Brandings whose plugin is another one, a folder each. */
  doubles: `${TEST_OUTPUT}/doubles`,
  /** The smallest plugin that registers and adds a button, to compare ours with. */
  smallestPlugin: `${TEST_OUTPUT}/smallest-plugin/plugin.js`,
  /** What `make package` printed and left in a checkout of its own. */
  package: `${TEST_OUTPUT}/package`,
  /** What `npm run zip` left in a checkout of its own. */
  zip: `${TEST_OUTPUT}/zip`,
  /** The Firefox extension, built from the source ZIP alone. */
  fromSources: `${TEST_OUTPUT}/from-sources`,
} as const;

/** Returns the path if it is there. @throws Error that says what to run. */
export function built(path: string): string {
  if (existsSync(path)) return path;
  throw new Error(`${path} is missing. Run "npm run build:test", which builds what the tests read.`);
}

/** Returns the branding folder that has been built for a plugin below `tests/browser/doubles/`. */
export const doubleOf = (entry: string): string =>
  built(`${BUILT.doubles}/${basename(entry).replace(/\.ts$/, '')}`);
