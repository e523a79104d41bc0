import type { Reporter, TestModule, Vitest } from 'vitest/node';
import type {} from './for-all';

/** What a whole run of the unit tests goes through, at the least. */
const AT_LEAST = 100_000;

/**
 * Prints through how many generated inputs the unit tests have been, and fails a whole run of them with too
 * few.
 */
export class GeneratedInputs implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    const units = modules.filter(({ project }) => project.name === 'unit');
    if (units.length === 0) return;
    const tests = units.flatMap((module) => [...module.children.allTests()]);
    const counts = tests.map((test) => test.meta().inputs ?? 0).filter((inputs) => inputs > 0);
    const sum = counts.reduce((all, each) => all + each, 0);
    const said = `${sum.toLocaleString('en')} generated inputs in ${counts.length} tests`;
    if (sum >= AT_LEAST || !(await this.#isWhole(units.length))) {
      if (sum > 0) process.stdout.write(`\n${said}\n`);
      return;
    }
    process.stderr.write(`\nOnly ${said}, and there have to be ${AT_LEAST.toLocaleString('en')}.\n`);
    process.exitCode = 1;
  }

  /** Nobody has asked for some of the tests only. */
  async #isWhole(files: number): Promise<boolean> {
    const all = (await this.#vitest?.globTestSpecifications()) ?? [];
    const units = all.filter(({ project }) => project.name === 'unit');
    return files === units.length && !this.#vitest?.config.testNamePattern;
  }
}
