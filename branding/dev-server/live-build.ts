import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

/** The plugin, built again whenever a source of it is saved. */
export interface LiveBuild {
  /** A file of the last build that succeeded. */
  file(name: string): string | undefined;
  /** Another one after every build. */
  readonly id: string;
  /** Tells of every build; the answer stops that. */
  onBuild(listener: () => void): () => void;
  close(): Promise<void>;
}

/**
 * Builds what is shipped, one classic script: dev modules load in an opaque origin too, but what works
 * there need not work in the bundle.
 * @throws the first build's error; later ones are told by Vite, and the last good build stays
 */
export async function buildLive(root: string, folder: string): Promise<LiveBuild> {
  const listeners = new Set<() => void>();
  // Not from 1: a page that is open while the server restarts shall see that this is another build.
  let id = Date.now();
  let files = new Map<string, string>();
  const watcher = await build({
    configFile: join(root, 'plugin/external-chat/vite.config.ts'),
    mode: 'development',
    logLevel: 'warn',
    build: { outDir: folder, watch: {}, minify: false, sourcemap: 'inline' },
  });
  if (!('close' in watcher)) throw new Error('Vite did not start in watch mode.');
  await new Promise<void>((resolve, reject) => {
    watcher.on('event', async (event) => {
      if (event.code === 'ERROR') reject(event.error);
      if (event.code !== 'BUNDLE_END') return;
      // Kept, because the folder is empty for a moment at the beginning of the next build.
      files = await readFiles(folder);
      id += 1;
      resolve();
      for (const listener of listeners) listener();
    });
  }).catch(async (error: unknown) => {
    await watcher.close();
    throw error;
  });
  return {
    file: (name) => files.get(name),
    get id() {
      return String(id);
    },
    onBuild(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => watcher.close(),
  };
}

async function readFiles(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder);
  const read = async (name: string) => [name, await readFile(join(folder, name), 'utf8')] as const;
  return new Map(await Promise.all(names.map(read)));
}
