import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILT, built } from '../../prebuild/built';

/**
 * Copies the shipped bundle and another plugin beside ours, of `tests/fixtures/published`; `files` are more
 * of its files.
 */
export function brandingBeside(
  id: string,
  { sandboxValues = [], files = {} }: { sandboxValues?: string[]; files?: Record<string, string> } = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), 'branding-'));
  cpSync(built(`${BUILT.branding}/branding`), folder, { recursive: true });
  const plugin = join(folder, 'plugins', id);
  cpSync(built(`${BUILT.doubles}/published/${id}`), plugin, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(plugin, name), text);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  manifest.plugins.push({ id, src: `./plugins/${id}/index.html`, sandboxValues });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

/** Copies the shipped bundle, with another `src` or other `sandboxValues` in its manifest. */
export function brandingWith({ src, sandboxValues = [] }: { src: string; sandboxValues?: string[] }): string {
  const folder = mkdtempSync(join(tmpdir(), 'branding-'));
  cpSync(built(`${BUILT.branding}/branding`), folder, { recursive: true });
  const plugins = [{ id: 'external-chat', src, sandboxValues }];
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: 0, plugins }));
  return folder;
}
