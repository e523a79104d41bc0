import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The plugin's page, as in the shipped bundle: one classic script. */
const PAGE =
  '<!doctype html><meta charset="utf-8"><title>Plugin</title><script defer src="./plugin.js"></script>';

/** A branding folder whose only plugin is built from `entry`, under the id `external-chat`. `define`: names that it reads. */
export async function brandingOf(entry: string, define: Record<string, string> = {}): Promise<string> {
  const folder = emptyBranding();
  await addPlugin(folder, 'external-chat', entry, define);
  writeManifest(folder, './plugins/external-chat/index.html');
  return folder;
}

/** The shipped bundle and another plugin beside ours, built from `entry`; `files` are more of its files. */
export async function brandingBeside(
  id: string,
  entry: string,
  { sandboxValues = [], files = {} }: { sandboxValues?: string[]; files?: Record<string, string> } = {},
): Promise<string> {
  const folder = emptyBranding();
  cpSync('webapp3/branding', folder, { recursive: true });
  await addPlugin(folder, id, entry);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'plugins', id, name), text);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  manifest.plugins.push({ id, src: `./plugins/${id}/index.html`, sandboxValues });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

async function addPlugin(
  folder: string,
  id: string,
  entry: string,
  define: Record<string, string> = {},
): Promise<void> {
  const plugin = join(folder, 'plugins', id);
  await build({
    entryPoints: [entry],
    outfile: join(plugin, 'plugin.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    define,
    // In an async function, since a double may await while it starts.
    banner: { js: '(async () => {' },
    footer: { js: '})();' },
  });
  writeFileSync(join(plugin, 'index.html'), PAGE);
}

/** The shipped bundle with another `src` or other `sandboxValues` in its manifest. */
export function brandingWith({ src, sandboxValues = [] }: { src: string; sandboxValues?: string[] }): string {
  const folder = emptyBranding();
  cpSync('webapp3/branding', folder, { recursive: true });
  writeManifest(folder, src, sandboxValues);
  return folder;
}

const emptyBranding = () => mkdtempSync(join(tmpdir(), 'branding-'));

function writeManifest(folder: string, src: string, sandboxValues: string[] = []): void {
  const plugins = [{ id: 'external-chat', src, sandboxValues }];
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: 0, plugins }));
}
