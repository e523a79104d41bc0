import { defineConfig } from 'vitest/config';

const FLOOD = 'tests/browser/flood.test.ts';

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
          exclude: [FLOOD],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'flood',
          include: [FLOOD],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // After all others: what it measures is a machine that is busy with the flood, and with nothing else.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
