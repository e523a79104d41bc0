import { parseArgs } from 'node:util';
import { fail } from './command';
import { buildForDemo } from './demo/build';
import { watchDemo } from './demo/on-screen';
import { tellDemo } from './demo/story';

/**
 * The whole story on this machine. With a display, a browser opens with the meeting on screen and waits for
 * the user. Without one (or with `--headless`) the story plays by itself and is written to `demo-output/`;
 * the exit code says whether the participant joined. With `--built`, nothing is built first.
 */
const { values } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
  },
});
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const FOLDER = 'demo-output';

if (!values.built) {
  process.stdout.write(`Building the demo. The output of the builds is in ${FOLDER}/build.txt.\n`);
  await buildForDemo(`${FOLDER}/build.txt`).catch(({ message }: Error) => fail(message));
}
if (hasDisplay && !values.headless) await watchDemo();
else await tellDemo(FOLDER);
