import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from 'vitest/node';

/** Of an error's text, which may list everything that a document showed. */
const LINES = 6;

/**
 * Ends a run with what went wrong, a few lines a test: the end of a long log is what is read first, and often all
 * that is kept. It lists, too, what passed only when it was tried again: a fault of the test or of the product that
 * shows itself seldom, and that no run should hide.
 */
export class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const suites = modules.flatMap((module) => [...module.children.allSuites()]);
    const seldom = tests.filter((test) => test.diagnostic()?.flaky);
    const failed = tests.filter((test) => test.result().state === 'failed');
    list('Passed only at the second try, which is a fault to look into', seldom.map(tellTest));
    list('Failed', [
      ...suites.filter((suite) => suite.errors().length > 0).map(tellSuite),
      ...failed.map(tellTest),
    ]);
  }
}

function list(heading: string, told: string[]): void {
  if (told.length > 0) process.stderr.write(`\n${heading}:\n${told.join('\n')}\n`);
}

const tellTest = (test: TestCase) => tell(test, test.result().errors ?? []);
/** What failed before or after its tests. */
const tellSuite = (suite: TestSuite) => tell(suite, suite.errors());

function tell({ module, fullName }: TestCase | TestSuite, errors: readonly SerializedError[]): string {
  const said = errors.flatMap(({ message, stacks }) => {
    const place = stacks?.find(({ file }) => file.endsWith(module.relativeModuleId));
    const lines = message.split('\n').slice(0, LINES);
    return [...lines, ...(place ? [`at line ${place.line}`] : [])];
  });
  return [`  ${module.relativeModuleId} > ${fullName}`, ...said.map((line) => `    ${line}`)].join('\n');
}
