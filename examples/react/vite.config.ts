import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Outside this repository the alias goes: `npm install external-chat-host` instead. */
export default defineConfig({
  root: at('.'),
  base: './',
  logLevel: 'warn',
  esbuild: { jsx: 'automatic', jsxImportSource: 'react' },
  resolve: { alias: { 'external-chat-host': at('../../.output/host/external-chat-host.js') } },
  build: { outDir: at('../../.output/examples/react'), emptyOutDir: true, reportCompressedSize: false },
});
