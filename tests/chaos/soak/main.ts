import { existsSync } from 'node:fs';
import { BUILT } from '../../prebuild/built';
import { compare } from './compare';
import { measureHeaps } from './heaps';
import { readOptions, replayOf, USAGE } from './options';
import { run } from './run';
import { setScene } from './scene';
import { STEPS, tally } from './steps';

/** What a shell gives for a process that was interrupted. */
const INTERRUPTED = 130;

const say = (line: string) => process.stdout.write(`${line}\n`);

const options = readOptions(process.argv.slice(2), Math.floor(Math.random() * 2 ** 32));
if (!options.ok) {
  process.stderr.write(`${options.error}\n\n${USAGE}`);
  process.exit(2);
}
if (![BUILT.chromium, BUILT.meeting, BUILT.branding].every((path) => existsSync(path))) {
  process.stderr.write('Nothing is built that could be soaked. Run "npm run build:test" first.\n');
  process.exit(2);
}
const { seed } = options.value;
say(`Seed ${seed}.`);

const interrupt = new AbortController();
// In a terminal the browser hears it as well, and goes by itself.
process.on('SIGINT', () => interrupt.abort());
process.on('SIGTERM', () => interrupt.abort());

const scene = await setScene();
try {
  const heaps = measureHeaps(scene);
  const { taken, failed, stopped } = await run(scene, STEPS, options.value, {
    say,
    after: heaps.sample,
    stop: interrupt.signal,
  });
  for (const line of [...tally(taken), ...heaps.report()]) say(line);
  say(`${scene.placed} calls were placed, and each keeps its row.`);
  if (stopped) {
    process.exitCode = INTERRUPTED;
    say(`\nStopped after ${taken.length} steps: nothing was compared.`);
  } else {
    const states = await compare(scene).catch((error: unknown) => [`The states could not be seen: ${error}`]);
    const wrong = [...(failed === undefined ? [] : [failed]), ...states];
    process.exitCode = wrong.length > 0 ? 1 : 0;
    if (wrong.length > 0) say(`\nThis is wrong, with seed ${seed}:\n  ${wrong.join('\n  ')}`);
    else say(`\nAfter ${taken.length} steps every state agrees.`);
  }
  const steps = Math.max(1, taken.length + (failed === undefined ? 0 : 1));
  say(`The same steps again: ${replayOf(seed, steps)}`);
} finally {
  // A browser that was interrupted too is gone already.
  await scene.fixture.close().catch(() => undefined);
}
// A step that was stopped in its middle waits on, for a browser that is gone.
process.exit();
