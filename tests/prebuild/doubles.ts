import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BUILT } from './built';

export const DOUBLES = 'tests/browser/doubles';
/** Published plugins' habits, one plugin a file. */
export const PUBLISHED = 'tests/fixtures/published';

/** The plugin's page, as in the shipped bundle: one classic script. */
const PAGE =
  '<!doctype html><meta charset="utf-8"><title>Plugin</title><script defer src="./plugin.js"></script>';

/** Builds a plugin's page and script from `entry`. `define` has names that it reads. */
async function buildPage(entry: string, folder: string, define: Record<string, string> = {}): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile: join(folder, 'plugin.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    define,
    // In an async function, since a double may await while it starts. A mark tells when it has: what it shows
    // can be pressed a moment before it listens.
    banner: { js: '(async () => {' },
    footer: { js: "})().then(() => { document.documentElement.dataset.started = 'yes'; });" },
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), PAGE);
}

/** Builds a branding folder whose only plugin comes from `entry`, under the id `external-chat`. */
export async function buildDouble(
  entry: string,
  folder: string,
  define?: Record<string, string>,
): Promise<void> {
  await buildPage(entry, join(folder, 'plugins/external-chat'), define);
  const plugins = [{ id: 'external-chat', src: './plugins/external-chat/index.html', sandboxValues: [] }];
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: 0, plugins }));
}

/** The versions of the upstream plugin that are known; see docs/integrate/editions.md. */
const UPSTREAM_VERSIONS = [1, 2, 3, 4] as const;

/** Builds every double of a plugin, and the published plugins' habits. */
export async function buildDoubles(): Promise<void> {
  for (const name of entriesOf(DOUBLES, '-plugin.ts')) {
    const [entry, folder] = [`${DOUBLES}/${name}.ts`, `${BUILT.doubles}/${name}`];
    if (name !== 'upstream-plugin') await buildDouble(entry, folder);
    else
      for (const version of UPSTREAM_VERSIONS)
        await buildDouble(entry, `${folder}-${version}`, { UPSTREAM: String(version) });
  }
  for (const name of entriesOf(PUBLISHED, '.ts'))
    await buildPage(`${PUBLISHED}/${name}.ts`, `${BUILT.doubles}/published/${name}`);
}

const entriesOf = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.replace(/\.ts$/, ''));
