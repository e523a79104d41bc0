import { defineConfig } from 'vitest/config';

/** `unit` needs no browser; `browser` drives real Chromium and Firefox against the built extension. */
export default defineConfig({
  test: {
    projects: [
      {
        esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // Two cores: browsers that start side by side slow each other into time-outs.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
