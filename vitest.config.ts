import { defineConfig } from 'vitest/config';

/** `unit` needs no browser; `build` looks at what `npm run build` left; `browser` drives real Chromium and Firefox against the built extension. */
export default defineConfig({
  test: {
    projects: [
      {
        esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] },
      },
      { test: { name: 'build', include: ['tests/build/**/*.test.ts'], testTimeout: 60_000 } },
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
