import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { notices } from '../../notices/vite';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** One plain script, as Webapp2 wants it. */
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  define: { __VERSION__: JSON.stringify(version) },
  plugins: [notices()],
  build: {
    outDir: '../../.output/webapp2',
    emptyOutDir: true,
    target: 'es2022',
    lib: {
      entry: 'index.ts',
      formats: ['iife'],
      name: 'externalChatWebapp2',
      fileName: () => 'external-chat.plugin.js',
    },
  },
});
