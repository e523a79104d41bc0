import { afterAll, vi } from 'vitest';

// Before each file of unit tests: a worker runs many, and each begins with modules and globals of its own.
vi.resetModules();

afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.useRealTimers();
});
