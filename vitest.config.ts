import { availableParallelism, totalmem } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { TEST_MS, WAIT_MS } from './tests/limits';
import { Summary } from './tests/summary';
import { GeneratedInputs } from './tests/unit/generated/reporter';

const FLOOD = 'tests/browser/flood.test.ts';

/**
 * What takes longest, longest first. A fresh checkout has no times to go by, and a long one begun last runs
 * alone.
 */
const LONGEST = [
  'tests/unit/peer/generated.test.ts',
  'tests/browser/narrow.test.ts',
  'tests/browser/page-shapes.test.ts',
  'tests/browser/accessibility.test.ts',
  'tests/browser/host-library.test.ts',
  'tests/browser/private-windows.test.ts',
  'tests/browser/people-panel.test.ts',
  'tests/browser/connecting.test.ts',
  'tests/browser/policy.test.ts',
  'tests/browser/aim.test.ts',
  'tests/browser/link-contract.test.ts',
  'tests/browser/life.test.ts',
  'tests/browser/page-reload.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const index = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return index < 0 ? LONGEST.length : index;
    };
    // Those of one project together: a worker keeps its browsers as long as the next file is of the same.
    const project = ({ project: { name } }: TestSpecification) => (name === 'browser' ? 0 : 1);
    const order = (one: TestSpecification, other: TestSpecification) =>
      project(one) - project(other) || place(one) - place(other);
    return (await super.sort(files)).toSorted(order);
  }
}

/** What one worker with a browser takes at its worst. */
const WORKER_BYTES = 1.5 * 1024 ** 3;

/**
 * A browser test waits more than it works: one worker more than there are cores, as far as the memory goes.
 */
const maxWorkers = Math.max(1, Math.min(availableParallelism() + 1, Math.floor(totalmem() / WORKER_BYTES)));

/**
 * The only place for time limits. They guard against hanging, and say nothing about how fast a machine is.
 */
const limits = { testTimeout: TEST_MS, hookTimeout: TEST_MS, expect: { poll: { timeout: WAIT_MS } } };

/** Says what to run where nothing has been built. */
const setupFiles = ['tests/prebuild/setup.ts'];

/**
 * `unit` needs no browser; `build` looks at what `npm run build:test` left; `browser` drives real Chromium
 * and Firefox against the built extension.
 */
export default defineConfig({
  test: {
    maxWorkers,
    globalSetup: 'tests/own-folder.ts',
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
        test: {
          ...limits,
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // One process for many files is a third cheaper; the set-up gives each its own modules and globals.
          isolate: false,
          setupFiles: ['tests/unit/setup.ts'],
        },
      },
      { test: { ...limits, name: 'build', include: ['tests/build/**/*.test.ts'], setupFiles } },
      {
        test: {
          ...limits,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: [FLOOD],
          // A worker starts each browser once, and clears it between two files.
          isolate: false,
          setupFiles: [...setupFiles, 'tests/browser/harness/keep-browsers.ts'],
        },
      },
      {
        test: {
          ...limits,
          name: 'flood',
          include: [FLOOD],
          setupFiles,
          // After all others: what it measures is a machine that is busy with the flood, and with nothing
          // else.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
