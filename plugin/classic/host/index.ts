import { registerPlugin } from '@pexip/plugin-api';
import { CLASSIC_PLUGIN_ID } from '../ids';
import { type FromHiddenFrame, type FromRuntime, LINK_PARAMETER, openLink, type RunnerLink } from '../link';
import { keepSoFar } from '../meeting/so-far';
import { readStopped } from '../plugins/stopped';
import { addDialogWidget } from './dialog-widget';

/** Long enough for a slow connection and a plugin's source file that never arrives. */
const LOADS_WITHIN_MS = 30_000;

/** Longer than a document lives that is left together with its frames. */
const STAYS_FOR_MS = 500;

/** How often the widget is brought back: with each loss a plugin is off, unless nobody knows whose it was. */
const MOST_LOSSES = 5;

/** The hidden frame: registers, adds the widget that runs everything else, and shows and hides it. */
async function start(): Promise<void> {
  const plugin = await registerPlugin({ id: CLASSIC_PLUGIN_ID, version: 0 });
  // Subscribe before the first `await`: Web App 3 sends its initial events right after registration.
  const soFar = keepSoFar(plugin.events);
  const name = crypto.randomUUID();
  let greetings = 0;

  const stopped = readStopped(() => window.localStorage);
  const link: RunnerLink<FromHiddenFrame> = openLink<FromRuntime, FromHiddenFrame>(name, (message) => {
    if (message.type === 'show') return widget.then(({ show }) => show(message.opened));
    if (message.type === 'hide') return widget.then(({ hide }) => hide());
    if (message.type === 'gone') return bringBack(message.by);
    greetings += 1;
    link.send({ type: 'so-far', soFar: soFar.now });
  });

  const src = new URL('./runtime.html', window.location.href);
  src.searchParams.set(LINK_PARAMETER, name);
  const addWidget = () =>
    addDialogWidget(plugin.ui, src.href, (opened) => link.send({ type: 'closed', opened }));
  let widget = addWidget();
  let losses = 0;

  /** A plugin has led the widget's document elsewhere: the others come back, and that one is off. */
  function bringBack(by: string | undefined): void {
    // When the whole meeting is left, this document goes as well, and never gets there.
    window.setTimeout(async () => {
      losses += 1;
      if (by !== undefined) stopped.stop(by, 'left');
      console.error(
        `classic-plugins: ${by ?? 'an unknown plugin'} has ended the page of all classic plugins.`,
      );
      await (await widget).remove().catch(() => undefined);
      if (losses <= MOST_LOSSES) widget = addWidget();
    }, STAYS_FOR_MS);
  }

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
