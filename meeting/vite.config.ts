import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { notices } from '../notices/vite';

/** Builds the Web App 3 stand-in. The embedding page has no script, so there is nothing of it to build. */
export default defineConfig({
  root: fileURLToPath(new URL('./webapp3', import.meta.url)),
  base: '/webapp3/',
  logLevel: 'warn',
  plugins: [notices()],
  build: {
    outDir: fileURLToPath(new URL('../.output/meeting/webapp3', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // Pexip's SDK and its generated validators are most of it.
    chunkSizeWarningLimit: 2_000,
  },
});
