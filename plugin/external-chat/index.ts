import { inEnglish } from '../../protocol/english';
import { requestIdOf } from '../../protocol/from-host';
import { readHostOrigins } from '../../protocol/host-origins';
import { type HostMessage, PLUGIN_FEATURES, type PluginMessage } from '../../protocol/messages';
import { PEOPLE_REPORTS } from '../../protocol/people-features';
import { personActions } from '../../protocol/person-actions';
import { carryOut } from './actions';
import { followCalls } from './calls';
import { openChannel, register } from './channel';
import { addButton, CHAT, PARTICIPANTS, type ToolbarButton } from './chat-button';
import { type HostWindow, openHostWindow } from './host-window';
import { followTexts } from './meeting-texts';
import { watchMeeting } from './meeting-watch';
import { relayMessages } from './messages';
import { readNamespace } from './namespace';
import { followPeople } from './people';
import { chooseRoute } from './route';
import { watchUnansweredPress } from './unanswered-press';

declare const __VERSION__: string;

async function start(): Promise<void> {
  const origins = readHostOrigins(window.location.search + window.location.hash.replace('#', '&'));
  if (!origins.ok)
    throw new Error(`${origins.error} Until this is fixed, the plugin doesn’t respond to any page.`);

  const namespace = readNamespace(window.location.search);
  const routing = chooseRoute(window.location.search, origins.value);
  // Until it is ready it says nothing, whatever goes on in the meeting.
  let host: HostWindow | undefined;
  const send = (message: PluginMessage) => host?.send(message);
  const channel = openChannel();
  const texts = followTexts(channel);
  const meeting = watchMeeting(channel);
  const people = followPeople(channel, send);
  const calls = followCalls(channel, send, people.see);
  const messages = relayMessages(channel, send);
  await register(channel);
  const route = await routing;
  const request = (active: boolean) => send({ name: 'toggle-chat', active });
  const press = watchUnansweredPress(
    () => void channel.callRPC('ui:toast:show', { message: texts.localized.noChat, isInterrupt: true }),
    request,
  );
  const onPress = (active: boolean) => {
    request(active);
    press.onPress(active);
  };
  const button = addButton(channel, CHAT, texts, onPress);

  let participants: ToolbarButton | undefined;
  /**
   * Not before the top window has shown that it has a place for people: elsewhere the button would do
   * nothing.
   */
  const participantsButton = () => {
    participants ??= addButton(channel, PARTICIPANTS, texts, (active) =>
      send({ name: 'toggle-participants', active }),
    );
    return participants;
  };

  host = openHostWindow(
    route,
    {
      onNamespace: () => announce(true),
      onHostMessage: (message) => {
        void act(message);
        press.onAnswer(message);
      },
      onHostMistake: (refused, data) => {
        if (refused.reason !== 'foreign') press.onAnswer();
        console.warn('external-chat: ignored a message from the host page:', refused, data);
        if (refused.reason !== 'shape') return;
        const { name: request, problems } = refused;
        const mistake = { message: inEnglish(problems[0]), requestId: requestIdOf(data) };
        if (request === 'dial-out') send({ name: 'dial-out-error', ...mistake });
        if (request === 'send-message') send({ name: 'message-error', ...mistake });
        if (Object.hasOwn(personActions, request)) send({ name: 'action-error', request, ...mistake });
      },
    },
    namespace,
  );

  const announce = (again?: true) => {
    send({
      name: 'ready',
      again,
      version: __VERSION__,
      features: [...PLUGIN_FEATURES, ...PEOPLE_REPORTS, ...Object.keys(personActions)],
      conferenceAlias: meeting.alias,
    });
    if (!meeting.isJoined) return;
    send({ name: 'connected', conferenceAlias: meeting.alias });
    people.announce();
  };

  async function act(message: HostMessage): Promise<void> {
    switch (message.name) {
      case 'hello':
        if (message.wants?.includes('roster-change')) people.wantChanges();
        return announce(true);
      case 'participants-state':
        return participantsButton().setActive(message.active);
      case 'toggle-chat-button-state':
        button.setActive(message.active);
        return send({ name: 'button-state', ...button.state });
      case 'toggle-chat-badge':
        button.setBadge(message.visible, message.count);
        return send({ name: 'button-state', ...button.state });
      case 'dial-out': {
        const { name: _, requestId, ...request } = message;
        return calls.dial(request, requestId);
      }
      case 'hang-up':
        return calls.hangUp(message);
      case 'call-status':
        return calls.report(message.calls);
      case 'send-message':
        return messages.send(message.text, message.requestId);
      default:
        return carryOut(channel, people, send, message);
    }
  }

  meeting.onChange((message) => {
    if (message.name === 'disconnected') people.forget();
    send(message);
  });
  if (namespace === 'videoconf') participantsButton();
  announce();
  meeting.onConnection(calls.sync);
  console.info(`plugin: external-chat loaded v${__VERSION__}`);
}

start().catch((error: unknown) => {
  console.error('plugin: external-chat did not start:', error);
});
