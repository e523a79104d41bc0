import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { Summary } from './tests/summary';
import { GeneratedInputs } from './tests/unit/generated/reporter';

const FLOOD = 'tests/browser/flood.test.ts';

/**
 * What takes longest, longest first. A fresh checkout has no times to go by, and a long one begun last runs
 * alone.
 */
const LONGEST = [
  'tests/build/package.test.ts',
  'tests/build/zip.test.ts',
  'tests/browser/accessibility.test.ts',
  'tests/browser/link-contract.test.ts',
  'tests/browser/fixed-hosts.test.ts',
  'tests/browser/scenarios.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const index = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return index < 0 ? LONGEST.length : index;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

/**
 * `unit` needs no browser; `build` looks at what `npm run build` left; `browser` drives real Chromium and
 * Firefox against the built extension.
 */
export default defineConfig({
  test: {
    // A browser test waits more than it works: three of them keep two cores busy and do not starve each
    // other.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    reporters: [
      'default',
      // Vitest adds it by itself only where none are named.
      ...(process.env.GITHUB_ACTIONS ? ['github-actions'] : []),
      new GeneratedInputs(),
      new Summary(),
    ],
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
          // After all others: what it measures is a machine that is busy with the flood, and with nothing
          // else.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
