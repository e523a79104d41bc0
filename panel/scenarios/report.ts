import { type TestCase, writeJUnit } from '../files/junit';
import type { StepReport } from './run';

/** What has come of a scenario, for a build server: each step is a test. */
export const reportScenarioAsJUnit = (scenario: string, reports: readonly StepReport[], at: Date): string =>
  writeJUnit(scenario, reports.map(asTestCase), at);

function asTestCase({ name, outcome, seconds, detail }: StepReport): TestCase {
  if (outcome === 'passed') return { name, seconds };
  return outcome === 'failed'
    ? { name, seconds, failed: { type: 'failed', message: detail, text: detail } }
    : { name, seconds, skipped: 'an earlier step failed, or the scenario was stopped' };
}
