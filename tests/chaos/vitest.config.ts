import { defineConfig } from 'vitest/config';
import { FaultTable } from './reporter';

/** The product broken on purpose: what is here, and those browser tests that are about faults as well. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/chaos/*.test.ts', 'tests/browser/{life,update,call-reload,guard,dialling}.test.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', new FaultTable()],
  },
});
