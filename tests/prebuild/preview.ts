import { resolve } from 'node:path';
import { build, type Rollup } from 'vite';

/** The page, and its own script. */
const PAGE = /\/preview\/preview\.(?:html|tsx)$/;

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
 * to load, and tests load some five hundred. The page's own script stays apart: it awaits the dock's file,
 * which would wait for it in turn.
 */
function isFirst(id: string, infoOf: Rollup.GetModuleInfo): boolean {
  return !PAGE.test(id) && isLoadedAtOnce(id, infoOf, new Set());
}

function isLoadedAtOnce(id: string, infoOf: Rollup.GetModuleInfo, before: Set<string>): boolean {
  if (before.has(id)) return false;
  before.add(id);
  const info = infoOf(id);
  return (
    info !== null && (info.isEntry || info.importers.some((each) => isLoadedAtOnce(each, infoOf, before)))
  );
}
