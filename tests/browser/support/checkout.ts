import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A copy of what the plugin is built from, for a test to edit. */
export function copyOfPlugin(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plugin-sources-'));
  for (const name of ['LICENSE', 'package.json', 'notices', 'plugin', 'protocol'])
    cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (typeof address !== 'object' || !address) throw new Error('This machine gave no port.');
  return address.port;
}
