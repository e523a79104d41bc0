import { requestIdOf } from '../../protocol/from-host';
import { type HostMessage, PLUGIN_FEATURES } from '../../protocol/messages';
import { followCalls } from './calls';
import { addChatButton } from './chat-button';
import { readHostOrigins } from './host-origins';
import { openHostWindow } from './host-window';
import { watchMeeting } from './meeting-watch';
import { relayMessages } from './messages';
import { register } from './registration';
import { chooseRoute } from './route';

declare const __VERSION__: string;

async function start(): Promise<void> {
  const origins = readHostOrigins(window.location.search);
  if (!origins.ok) throw new Error(`${origins.error} Until then, no top window is answered.`);

  const routing = chooseRoute(window.location.search, origins.value);
  const registration = await register();
  // Before anything else is awaited: what the meeting tells a newcomer comes right behind the registration.
  const meeting = watchMeeting(registration.plugin.events);
  const calls = followCalls(registration, (message) => host.say(message));
  const messages = relayMessages(registration, (message) => host.say(message));
  const route = await routing;
  const button = await addChatButton(registration.plugin.ui, (active) => {
    host.say({ name: 'toggle-chat', active });
  });

  const host = openHostWindow(route, {
    onHostMessage: (message) => void act(message),
    onHostMistake: (refused, data) => {
      console.warn('external-chat: ignored a message of the top window:', refused, data);
      if (refused.reason === 'bad-payload' && refused.name === 'dial-out') {
        host.say({ name: 'dial-out-error', message: refused.detail, requestId: requestIdOf(data) });
      }
      if (refused.reason === 'bad-payload' && refused.name === 'send-message') {
        host.say({ name: 'message-error', message: refused.detail, requestId: requestIdOf(data) });
      }
    },
  });

  const announce = () => {
    host.say({
      name: 'ready',
      version: __VERSION__,
      features: [...PLUGIN_FEATURES],
      conferenceAlias: meeting.alias,
    });
    if (meeting.connected) host.say({ name: 'connected', conferenceAlias: meeting.alias });
  };

  async function act(message: HostMessage): Promise<void> {
    switch (message.name) {
      case 'hello':
        return announce();
      case 'toggle-chat-button-state':
        button.setActive(message.active);
        return host.say({ name: 'button-state', active: button.active, badge: button.badge });
      case 'toggle-chat-badge':
        button.setBadge(message.visible, message.count);
        return host.say({ name: 'button-state', active: button.active, badge: button.badge });
      case 'dial-out': {
        const { name: _, requestId, ...request } = message;
        return calls.dial(request, requestId);
      }
      case 'hang-up':
        return calls.hangUp({ requestId: message.requestId, uuid: message.uuid });
      case 'call-status':
        return calls.report(message.calls);
      case 'send-message':
        return messages.send(message.text, message.requestId);
    }
  }

  meeting.onChange(host.say);
  announce();
  console.info(`plugin: external-chat loaded v${__VERSION__}`);
}

start().catch((error: unknown) => {
  console.error('plugin: external-chat did not start:', error);
});
