import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A copy of what the plugin is built from, for a test to edit. */
export function copyOfPlugin(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plugin-sources-'));
  for (const name of ['LICENSE', 'package.json', 'notices', 'plugin', 'protocol', 'browser/build'])
    cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}
