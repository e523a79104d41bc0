/**
 * `npm run build:test`: builds everything that the tests read, once, before they run. A build whose inputs
 * and outputs have not changed is left. `npm run build:test -- plugins extension` makes only these.
 */
import { isUpToDate, makeStep, type Step } from './step';
import { testSteps } from './steps';

// Vite builds something else where the caller's says `test` or `development`.
process.env.NODE_ENV = 'production';

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const print = (line: string) => process.stdout.write(`${line}\n`);

const queues = testSteps();
const wanted = process.argv.slice(2);
const known = queues.flat().map(({ name }) => name);
const unknown = wanted.filter((name) => !known.includes(name));

async function run(steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (wanted.length > 0 && !wanted.includes(step.name)) continue;
    if (isUpToDate(step)) {
      print(`${step.name}: unchanged`);
      continue;
    }
    const since = performance.now();
    await makeStep(step);
    print(`${step.name}: built in ${seconds(since)}`);
  }
}

if (unknown.length > 0) {
  process.stderr.write(`There is no build "${unknown.join('", "')}". Choose from: ${known.join(', ')}.\n`);
  process.exitCode = 2;
} else {
  const since = performance.now();
  const ended = await Promise.allSettled(queues.map(run));
  const errors = ended.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
  for (const error of errors) process.stderr.write(`${error}\n`);
  if (errors.length > 0) process.exitCode = 1;
  else print(`Everything that the tests read is there (${seconds(since)}).`);
}
