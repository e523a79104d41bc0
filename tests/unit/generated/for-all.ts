import fc from 'fast-check';
import { getCurrentTest } from 'vitest/suite';

declare module 'vitest' {
  interface TaskMeta {
    /** How many generated inputs the test has really been through. */
    inputs?: number;
  }
}

/**
 * Holds a property against generated inputs, 100 unless told, and notes with the test how many there were.
 * @throws Error with the smallest input found for which the property does not hold, and the seed to find it
 * again.
 */
export function forAll<Inputs>(property: fc.IProperty<Inputs>, options: { numRuns?: number } = {}): void {
  fc.assert(property, {
    ...options,
    reporter: (details) => {
      const meta = getCurrentTest()?.meta;
      if (meta) meta.inputs = (meta.inputs ?? 0) + details.numRuns;
      if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
    },
  });
}
