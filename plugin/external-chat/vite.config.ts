import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { SMALL, shortening } from '../../browser/build/small-scripts';
import { notices } from '../../notices/vite';
import { relayScript } from './relay/bundle';
import { PLUGIN_ONLY } from './short-names';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** One classic script, because a module script does not load in an opaque origin without CORS. */
export default defineConfig({
  root: import.meta.dirname,
  define: { __VERSION__: JSON.stringify(version) },
  plugins: [relayScript(), notices()],
  build: {
    outDir: '../../.output/external-chat',
    emptyOutDir: true,
    target: 'es2022',
    // Two kilobytes smaller than by esbuild; every meeting loads them.
    minify: 'terser',
    terserOptions: { ...SMALL, mangle: shortening(PLUGIN_ONLY) },
    lib: { entry: 'index.ts', formats: ['iife'], name: 'externalChat', fileName: () => 'external-chat.js' },
  },
});
