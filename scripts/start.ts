import { readSettings } from '../branding/dev-server/settings';
import { startPluginServer } from '../branding/dev-server/start';
import { readOptions } from './command';

const USAGE = `npm start serves the plugin at https://localhost:5173. Set what is different before it:

  PORT=8443                               another port
  INFINITY_URL=https://meet.example.com   Web App 3 of that deployment beside it
  RELAY=1                                 as a package with the relay`;

/** `npm start`: serves the plugin until Ctrl-C. */
async function main(): Promise<void> {
  readOptions({}, USAGE);
  const settings = readSettings(process.env);
  if (!settings.ok) throw new Error(settings.error);
  const { infinity } = settings.value;
  const { origin } = await startPluginServer(settings.value, process.cwd());
  console.log(`The plugin is served at ${origin}/index.html and reloads when you save a source of it.
It uses a self-signed certificate. Open that URL once and accept it.
`);
  console.log(
    infinity
      ? `Web App 3 of ${infinity.origin} with this plugin in it:\n\n  ${origin}/webapp3/m/<alias>\n`
      : 'Web App 3 of a deployment with this plugin:\n\n  INFINITY_URL=https://meet.example.com npm start\n',
  );
  console.log('Ctrl-C stops it.');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
