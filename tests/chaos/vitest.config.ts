import { defineConfig } from 'vitest/config';
import { TEST_MS, WAIT_MS } from '../limits';
import { FAULT_TESTS } from './faults';
import { FaultTable } from './reporter';

/** The product broken on purpose: what is here, and those browser tests that are about faults as well. */
export default defineConfig({
  test: {
    root: '.',
    include: FAULT_TESTS,
    setupFiles: ['tests/prebuild/setup.ts'],
    maxWorkers: 2,
    testTimeout: TEST_MS,
    hookTimeout: TEST_MS,
    expect: { poll: { timeout: WAIT_MS } },
    reporters: ['default', new FaultTable()],
  },
});
