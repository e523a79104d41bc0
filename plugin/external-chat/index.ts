import { inEnglish } from '../../protocol/english';
import { requestIdOf } from '../../protocol/from-host';
import { readHostOrigins } from '../../protocol/host-origins';
import { type HostMessage, PLUGIN_FEATURES, type PluginMessage } from '../../protocol/messages';
import { followCalls } from './calls';
import { addChatButton } from './chat-button';
import { type HostWindow, openHostWindow } from './host-window';
import { followTexts } from './meeting-texts';
import { watchMeeting } from './meeting-watch';
import { relayMessages } from './messages';
import { openChannel, register } from './registration';
import { chooseRoute } from './route';
import { watchUnansweredPress } from './unanswered-press';

declare const __VERSION__: string;

async function start(): Promise<void> {
  const origins = readHostOrigins(window.location.search + window.location.hash.replace('#', '&'));
  if (!origins.ok)
    throw new Error(`${origins.error} Until this is fixed, the plugin doesn’t respond to any page.`);

  const routing = chooseRoute(window.location.search, origins.value);
  // Until it is ready it says nothing, whatever goes on in the meeting.
  let host: HostWindow | undefined;
  const say = (message: PluginMessage) => host?.say(message);
  const channel = openChannel();
  const texts = followTexts(channel);
  const meeting = watchMeeting(channel);
  const calls = followCalls(channel, say);
  const messages = relayMessages(channel, say);
  await register(channel);
  const route = await routing;
  const request = (active: boolean) => say({ name: 'toggle-chat', active });
  const press = watchUnansweredPress(
    () => void channel.callRPC('ui:toast:show', { message: texts.current.noChat, isInterrupt: true }),
    request,
  );
  const onPress = (active: boolean) => {
    request(active);
    press.onPress(active);
  };
  const button = await addChatButton(channel, onPress, texts);

  host = openHostWindow(route, {
    onHostMessage: (message) => {
      void act(message);
      press.onAnswer(message);
    },
    onHostMistake: (refused, data) => {
      if (refused.reason !== 'foreign') press.onAnswer();
      console.warn('external-chat: ignored a message from the host page:', refused, data);
      if (refused.reason === 'bad-payload' && refused.name === 'dial-out') {
        say({
          name: 'dial-out-error',
          message: inEnglish(refused.problems[0]),
          requestId: requestIdOf(data),
        });
      }
      if (refused.reason === 'bad-payload' && refused.name === 'send-message') {
        say({ name: 'message-error', message: inEnglish(refused.problems[0]), requestId: requestIdOf(data) });
      }
    },
  });

  const announce = () => {
    say({
      name: 'ready',
      version: __VERSION__,
      features: [...PLUGIN_FEATURES],
      conferenceAlias: meeting.alias,
    });
    if (meeting.connected) say({ name: 'connected', conferenceAlias: meeting.alias });
  };

  async function act(message: HostMessage): Promise<void> {
    switch (message.name) {
      case 'hello':
        return announce();
      case 'toggle-chat-button-state':
        button.setActive(message.active);
        return say({ name: 'button-state', active: button.active, badge: button.badge });
      case 'toggle-chat-badge':
        button.setBadge(message.visible, message.count);
        return say({ name: 'button-state', active: button.active, badge: button.badge });
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

  meeting.onChange(say);
  announce();
  meeting.onConnection(calls.sync);
  console.info(`plugin: external-chat loaded v${__VERSION__}`);
}

start().catch((error: unknown) => {
  console.error('plugin: external-chat did not start:', error);
});
