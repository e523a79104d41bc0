import { defineConfig } from 'vitest/config';

/** `unit` needs no browser; `build` looks at what `npm run build` left; `browser` drives real Chromium and Firefox against the built extension. */
export default defineConfig({
  test: {
    // A browser test waits more than it works: three of them keep two cores busy and do not starve each other.
    maxWorkers: 3,
    projects: [
      {
        esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 20_000 },
      },
      { test: { name: 'build', include: ['tests/build/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
