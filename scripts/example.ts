import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { build } from 'vite';
import { startMeeting } from '../meeting/start';
import { errorText } from '../protocol/error-text';
import { fail, runNpm } from './command';
import { EXAMPLES, serveExample } from './example/serve';

/** Serves one of the examples with a demo meeting, until Ctrl-C. */
const MISUSE = 2;
const [given, ...more] = process.argv.slice(2);
const name = EXAMPLES.find((each) => each === given);
if (!name || more.length > 0)
  fail(`npx tsx scripts/example.ts NAME\n\nName one of the examples: ${EXAMPLES.join(', ')}.`, MISUSE);
if (!existsSync('webapp3/branding/manifest.json'))
  fail('The plugin is not built. Run "npm run build" first.', MISUSE);

const meeting = await startMeeting({ brandingDir: 'webapp3/branding' }).catch((error: unknown) =>
  fail(errorText(error), MISUSE),
);
runNpm(['run', 'build:host'], 'The host library was not built.');
if (name === 'react') await build({ configFile: 'examples/react/vite.config.ts' });
const example = await serveExample(name);
const url = `${example.url}?${new URLSearchParams({ meeting: meeting.directUrl(), answerMs: '20000' })}`;
process.stdout.write(
  [
    `The example "${name}" with a demo meeting: ${url}`,
    '',
    'alice@example.com joins · busy@example.com is refused · noanswer@example.com never answers',
    'Press Ctrl-C to end.',
    '',
  ].join('\n'),
);
await once(process, 'SIGINT');
example.close();
await meeting.close();
