import { fail, readOptions } from './command';
import { buildForDemo } from './demo/build';
import { watchDemo } from './demo/on-screen';
import { tellDemo } from './demo/story';

const USAGE = `npm run demo -- [options]

Plays the whole story on this computer. With a display, a browser opens with the meeting and waits for you.
Without one, the story plays by itself and is written to demo-output/; the exit code says whether the
participant joined.

  --headless     as without a display
  --built        builds nothing first`;

const values = readOptions({ headless: { type: 'boolean' }, built: { type: 'boolean' } }, USAGE);
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const FOLDER = 'demo-output';

if (!values.built) {
  process.stdout.write(`Building the demo. The output of the builds is in ${FOLDER}/build.txt.\n`);
  await buildForDemo(`${FOLDER}/build.txt`).catch(({ message }: Error) => fail(message));
}
if (hasDisplay && !values.headless) await watchDemo();
else await tellDemo(FOLDER);
