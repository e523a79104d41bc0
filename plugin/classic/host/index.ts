import { registerPlugin } from '@pexip/plugin-api';
import { PLUGIN_ID } from '../ids';
import { type FromHost, type FromRuntime, LINK_PARAMETER, type Link, openLink } from '../link';
import { addDialogWidget } from './dialog-widget';
import { keepSoFar } from './so-far';

/** Long enough for a slow connection and a plugin's source file that never arrives. */
const LOADS_WITHIN_MS = 30_000;

/** The hidden frame: registers, adds the widget that runs everything else, and shows and hides it. */
async function start(): Promise<void> {
  const plugin = await registerPlugin({ id: PLUGIN_ID, version: 0 });
  // Before anything else is awaited: what the meeting tells a newcomer comes right behind the registration.
  const soFar = keepSoFar(plugin.events);
  const name = crypto.randomUUID();
  let greetings = 0;

  const link: Link<FromHost> = openLink<FromRuntime, FromHost>(name, (message) => {
    if (message.say === 'show') return widget.then(({ show }) => show());
    if (message.say === 'hide') return widget.then(({ hide }) => hide());
    greetings += 1;
    if (greetings > 1) {
      console.warn('classic-plugins: the widget was loaded again, and every classic plugin with it.');
    }
    link.say({ say: 'so-far', soFar: soFar.now });
  });

  const src = new URL('./runtime.html', window.location.href);
  src.searchParams.set(LINK_PARAMETER, name);
  const widget = addDialogWidget(plugin.ui, src.href, () => link.say({ say: 'closed' }));
  await widget;
  window.setTimeout(() => {
    if (greetings > 0) return;
    console.error(
      'classic-plugins: Web App 3 hasn’t loaded the plugin runner, so no classic plugins are running.',
    );
  }, LOADS_WITHIN_MS);
}

start().catch((error: unknown) => {
  console.error('plugin: classic-plugins did not start:', error);
});
