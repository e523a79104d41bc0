import { expose, windowEndpoint } from 'comlink';

// The meeting's frame has loaded by then, and the plugin's in it.
addEventListener('load', () => {
  const plugin = frames[0]?.frames[0] as Window;
  expose({ toggle: (active: boolean) => active }, windowEndpoint(plugin));
  plugin.postMessage('exposed', '*');
});
