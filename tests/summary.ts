import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from 'vitest/node';

/** Of an error's text, which may list everything that a document showed. */
const LINES = 6;

/**
 * Ends a run with what went wrong, a few lines a test: the end of a long log is what is read first, and often
 * all that is kept.
 */
export class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const suites = modules.flatMap((module) => [...module.children.allSuites()]);
    const told = [
      ...suites.filter((suite) => suite.errors().length > 0).map(tellSuite),
      ...tests.filter((test) => test.result().state === 'failed').map(tellTest),
    ];
    if (told.length > 0) process.stderr.write(`\nFailed:\n${told.join('\n')}\n`);
  }
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
