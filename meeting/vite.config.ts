import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { notices } from '../notices/vite';

/** Builds Web App 3 of the demo meeting. The embedding page has no script that would have to be built. */
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
