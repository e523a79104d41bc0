import { parseArgs } from 'node:util';
import { watchDemo } from './demo/on-screen';
import { tellDemo } from './demo/story';

/**
 * The whole story on this machine. With a display, a browser opens with the meeting on screen and waits for
 * the user. Without one (or with `--headless`) the story plays by itself and is written to `demo-output/`;
 * the exit code says whether the participant joined.
 */
const { values } = parseArgs({ options: { headless: { type: 'boolean', default: false } } });
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

if (hasDisplay && !values.headless) await watchDemo();
else await tellDemo('demo-output');
