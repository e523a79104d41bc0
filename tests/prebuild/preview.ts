import { resolve } from 'node:path';
import { build, type Rollup } from 'vite';

/**
 * Builds the panel's page without an extension: a page of Vite's own server loads some two hundred modules,
 * each time.
 */
export async function buildPreview(folder: string): Promise<void> {
  await build({
    root: 'panel',
    base: './',
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: resolve(folder),
      emptyOutDir: true,
      minify: false,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rollupOptions: {
        input: 'panel/preview/preview.html',
        output: { manualChunks: (id, { getModuleInfo }) => (isFirst(id, getModuleInfo) ? 'first' : null) },
      },
    },
  });
}

/**
 * Whether the page loads a module at once. Those are one file: seventy of them are half of what a view takes
 * to load, and tests load some five hundred.
 */
function isFirst(id: string, infoOf: Rollup.GetModuleInfo, before = new Set<string>()): boolean {
  if (before.has(id)) return false;
  before.add(id);
  const info = infoOf(id);
  return info !== null && (info.isEntry || info.importers.some((each) => isFirst(each, infoOf, before)));
}
