import { offerTrips } from './trips';

// The plugin's end by the protocol alone: `toggle-chat` there, the button's state back.
const PREFIX = 'pexip:plugin:external-chat/';
let onEcho: () => void = () => {};
addEventListener('message', ({ data }) => {
  if (data?.action === `${PREFIX}hello`) ready();
  if (data?.action === `${PREFIX}toggle-chat-button-state`) {
    Reflect.set(window, 'isAnswered', true);
    onEcho();
  }
});
const say = (name: string, payload: object = {}) =>
  top?.postMessage({ action: PREFIX + name, ...payload }, '*');
/** A benchmark can have it announce more. */
const ready = () => say('ready', { features: Reflect.get(window, 'features') ?? ['chat', 'hello'] });
offerTrips(
  (index) =>
    new Promise<void>((resolve) => {
      onEcho = resolve;
      say('toggle-chat', { active: index % 2 === 0 });
    }),
);
ready();
