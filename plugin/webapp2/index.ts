import { inEnglish } from '../../protocol/english';
import { requestIdOf } from '../../protocol/from-host';
import { readHostOrigins } from '../../protocol/host-origins';
import { type HostMessage, PLUGIN_FEATURES, type PluginMessage } from '../../protocol/messages';
import { PLUGIN_ID } from '../../protocol/plugin-id';
import { followCalls } from './calls';
import { createChatItem, lookOf } from './chat-item';
import { watchMeeting } from './meeting-watch';
import { type PexParticipant, pex, type Stream } from './pex';
import { openTopWindow } from './top-window';

declare const __VERSION__: string;

/** What the top window may ask of this plugin. The classic API cannot tell who was dialed by whom. */
const FEATURES = PLUGIN_FEATURES.filter((feature) => feature !== 'call-status');

/** `?hostOrigins=…` behind the source file's name in the package file. */
const script = document.currentScript;
const query = script instanceof HTMLScriptElement ? new URL(script.src).search : '';

const PEX = pex();
const state$ = PEX.pluginAPI.createNewState(lookOf(false, false));
const item = createChatItem(state$);
let say: (message: PluginMessage) => void = () => {};
let stop = new AbortController();

function load(participants$: Stream<PexParticipant[]>): void {
  const origins = readHostOrigins(query);
  if (!origins.ok)
    throw new Error(`${origins.error} Until this is fixed, the plugin doesn’t respond to any page.`);
  stop = new AbortController();
  const { signal } = stop;
  say = openTopWindow(
    origins.value,
    {
      onHostMessage: act,
      onHostMistake: (refused, data) => {
        console.warn('external-chat: ignored a message from the host page:', refused, data);
        if (refused.reason === 'shape' && refused.name === 'dial-out') {
          say({
            name: 'dial-out-error',
            message: inEnglish(refused.problems[0]),
            requestId: requestIdOf(data),
          });
        }
      },
    },
    signal,
  );
  const calls = followCalls(PEX.pluginAPI, (message) => say(message));
  const announce = () => {
    say({ name: 'ready', version: __VERSION__, features: [...FEATURES], conferenceAlias: meeting.alias });
    if (meeting.connected) say({ name: 'connected', conferenceAlias: meeting.alias });
  };
  // Until `ready` is said, nothing else is: the watch speaks at once where the meeting is joined already.
  let isReady = false;
  const meeting = watchMeeting(
    PEX,
    participants$,
    {
      onChange: (message) => {
        if (message.name === 'disconnected') calls.forget();
        if (isReady) say(message);
      },
      onParticipants: calls.onParticipants,
    },
    signal,
  );
  announce();
  isReady = true;
  console.info(`plugin: external-chat for Webapp2 loaded, version ${__VERSION__}`);

  function tellButton(): void {
    say({ name: 'button-state', active: item.active, badge: item.badge });
  }

  function act(message: HostMessage): void {
    switch (message.name) {
      case 'hello':
        announce();
        break;
      case 'toggle-chat-button-state':
        item.setActive(message.active);
        tellButton();
        break;
      case 'toggle-chat-badge':
        item.setBadge(message.visible);
        tellButton();
        break;
      case 'dial-out': {
        const { name: _, requestId, ...request } = message;
        calls.dial(request, requestId);
        break;
      }
      case 'hang-up':
        calls.hangUp({ requestId: message.requestId, uuid: message.uuid });
        break;
      case 'call-status':
        // Not announced, so that nobody waits for an answer.
        break;
    }
  }
}

PEX.pluginAPI.registerPlugin({
  id: PLUGIN_ID,
  load,
  unload: () => stop.abort(),
  toggleChat: () => say({ name: 'toggle-chat', active: !item.active }),
  state$,
});
