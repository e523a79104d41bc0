import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The plugin's page, as in the shipped bundle: one classic script. */
const PAGE =
  '<!doctype html><meta charset="utf-8"><title>Plugin</title><script defer src="./plugin.js"></script>';

/** Builds a branding folder whose only plugin comes from `entry`, under the id `external-chat`. */
export async function buildDouble(entry: string, folder: string): Promise<void> {
  const plugin = join(folder, 'plugins/external-chat');
  await build({
    entryPoints: [entry],
    outfile: join(plugin, 'plugin.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    // In an async function, since a double may await while it starts.
    banner: { js: '(async () => {' },
    footer: { js: '})();' },
  });
  writeFileSync(join(plugin, 'index.html'), PAGE);
  const plugins = [{ id: 'external-chat', src: './plugins/external-chat/index.html', sandboxValues: [] }];
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: 0, plugins }));
}
