import type { Reporter, TestModule } from 'vitest/node';
import { FAULTS } from './faults';

/** Prints the table of faults, and fails the run if a fault has no test that ran and passed. */
export class FaultTable implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const isShownBy = (end: string) => {
      const states = tests.filter(({ name }) => name.endsWith(end)).map((each) => each.result().state);
      return states.includes('passed') && !states.includes('failed');
    };
    const rows = FAULTS.map(({ fault, sees, lost, tests: ends }) => {
      const isShown = ends.every(isShownBy);
      if (!isShown) process.exitCode = 1;
      return `| ${isShown ? 'shown' : 'NOT SHOWN'} | ${fault} | ${sees} | ${lost} |`;
    });
    const head = ['| | fault | what the user sees | what was lost |', '|---|---|---|---|'];
    process.stdout.write(`\n${[...head, ...rows].join('\n')}\n`);
  }
}
