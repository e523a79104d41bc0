import { resolve } from 'node:path';
import { build } from 'vite';

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
      rollupOptions: { input: 'panel/preview/preview.html' },
    },
  });
}
