import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startMeeting } from './start';

const USAGE = `npm run meeting -- [options]

  --branding DIR   folder with manifest.json and plugins/   (webapp3/branding)
  --port N         port of the embedding page; Web App 3 takes the next one   (8080)
  --host ADDRESS   interface to listen on   (127.0.0.1)
  --edition NAME   edition of Web App 3: current or classic   (current)
  --help           show this help
`;

/** Starts a meeting from the command line; Ctrl-C stops it. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      branding: { type: 'string', default: 'webapp3/branding' },
      port: { type: 'string', default: '8080' },
      host: { type: 'string', default: '127.0.0.1' },
      edition: { type: 'string', default: 'current' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const brandingDir = resolve(values.branding);
  if (!existsSync(resolve(brandingDir, 'manifest.json'))) {
    throw new Error(
      `No manifest.json in ${brandingDir}. Run "npm run build:plugin" and "npm run deploy", or name a folder with --branding.`,
    );
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_534) {
    throw new Error(`--port takes a number from 0 to 65534, not "${values.port}".`);
  }
  const { edition } = values;
  if (edition !== 'current' && edition !== 'classic') {
    throw new Error(`--edition takes current or classic, not "${edition}".`);
  }
  const meetingPort = port === 0 ? 0 : port + 1;
  const meeting = await startMeeting({
    brandingDir,
    embeddingPort: port,
    meetingPort,
    host: values.host,
    behavior: { edition },
  });
  console.log(`A demo meeting is running on this computer.

  embedded in a host page (another origin)  ${meeting.embeddingUrl()}
  the same with the host library         ${meeting.libraryUrl()}
  Web App 3 opened directly              ${meeting.directUrl()}

Open either in a browser; a second window joins the same meeting. Dial from the plugin:
  alice@example.com joins · busy@example.com is declined · noanswer@example.com rings forever
  slow@example.com joins after 5 s · leave@example.com joins and leaves
  noroute@example.com fails without a reason
Ctrl-C stops it.`);
  const stop = (): void => {
    void meeting.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
