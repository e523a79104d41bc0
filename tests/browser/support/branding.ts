import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILT, built } from '../../prebuild/built';

/** Copies the shipped bundle, with another `src` or other `sandboxValues` in its manifest. */
export function brandingWith({ src, sandboxValues = [] }: { src: string; sandboxValues?: string[] }): string {
  const folder = mkdtempSync(join(tmpdir(), 'branding-'));
  cpSync(built(`${BUILT.branding}/branding`), folder, { recursive: true });
  const plugins = [{ id: 'external-chat', src, sandboxValues }];
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: 0, plugins }));
  return folder;
}
