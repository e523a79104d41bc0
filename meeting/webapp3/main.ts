import type { Participant } from '@pexip/infinity';
import { readAddress } from './app/address';
import { Controls } from './app/controls';
import { relayMeetingEvents, replayMeeting } from './app/meeting-events';
import { Screens } from './app/screens';
import { readBehavior } from './config/behavior';
import { loadBranding } from './config/branding';
import { answerButtonCalls } from './host/button-calls';
import { answerDialogCalls } from './host/dialog-calls';
import { PluginElements } from './host/elements';
import { answerInfinityCalls, answerParticipantCalls } from './host/infinity-calls';
import { PluginHost } from './host/plugin-host';
import { openPopup } from './host/popups';
import { answerWidgetCalls } from './host/widget-calls';
import { keepNodeWords } from './sdk/node-words';
import { createSession, join } from './sdk/session';
import { ChatPanel } from './ui/chat-panel';
import { byId } from './ui/dom';
import { MeetingLog } from './ui/log';

/**
 * How long joining waits for the plugins' frames: a plugin that comes later misses what the meeting is
 * called, and on a busy machine a frame takes seconds.
 */
const LOADS_WITHIN_MS = 30_000;

/** Wires Web App 3: Pexip's client on one side, the plugins on the other, and what a person sees. */
async function start(): Promise<void> {
  const address = readAddress(window.location);
  const served = document.querySelector<HTMLMetaElement>('meta[name=behavior]')?.content ?? '';
  const behavior = readBehavior(window.location.search, served);
  const log = new MeetingLog(byId('log', HTMLElement));
  const session = createSession();
  const { client } = session;
  const elements = new PluginElements();
  keepNodeWords();

  const manifest = `${address.webAppPath}branding/manifest.json`;
  const branding = await loadBranding(manifest, (problem) => log.add(problem));
  const chat = new ChatPanel((text) => void say(text));
  const host = new PluginHost({
    log,
    container: byId('plugins', HTMLElement),
    behavior,
    onRegistered: (emit) => replayMeeting(state, session, behavior, emit),
    onGone: (frame) => elements.removeAllOf(frame),
  });
  const screens = new Screens(address, branding.brandName, (displayName, pin) => {
    join(client, address.alias, displayName, pin).catch((error: unknown) => screens.showEnded(String(error)));
  });
  const controls = new Controls({
    hasChat: !branding.hiddenFunctionality.includes('button-chat'),
    toggleChat: () => chat.toggle(),
    leave: () => void leave(),
    onPress: (button, input) => {
      const payload = { buttonId: button.id, input } as Parameters<typeof host.emit<'ui:button:click'>>[1];
      if (button.payload.opensPopup) openPopup(button.owner, button.payload.opensPopup, log);
      host.emitTo(button.owner, 'ui:button:click', payload);
    },
  });
  const state = relayMeetingEvents(session, host, behavior, {
    onJoined: () => {
      screens.showMeeting();
      controls.setInMeeting(true);
    },
    onRoster: (participants: Participant[], me) => controls.setRoster(participants, me),
    onMessage: (displayName, text) => chat.add(displayName, text),
    onPinRequired: (note) => screens.askToJoin(note, true),
    onEnded: (why) => end(why),
  });

  let disconnectDestination: string | undefined;
  host.on('app:setDisconnectDestination', ({ url }) => {
    const isWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
    if (!isWeb) return { status: 'failed', reason: 'Not an address of a web page', id: '' };
    disconnectDestination = url;
    return { status: 'ok', id: '' };
  });
  answerButtonCalls(host, elements, (buttons) => controls.setButtons(buttons));
  answerDialogCalls(host, elements);
  answerWidgetCalls(host, elements, branding.url);
  answerInfinityCalls(host, client, behavior, (text) => chat.add('You', text));
  answerParticipantCalls(host, client, behavior);

  async function say(text: string): Promise<void> {
    await client.sendMessage({ payload: text });
    chat.add('You', text);
  }

  async function leave(): Promise<void> {
    host.emit('event:userInitiatedDisconnect', undefined);
    await client.disconnect({ reason: 'User initiated disconnect' });
    state.conference = undefined;
    if (behavior.edition === 'classic') {
      host.emit('event:disconnected', { error: 'User initiated disconnect', errorCode: '#pex117' });
    }
    end('You have left the meeting.');
  }

  function end(why: string): void {
    controls.setInMeeting(false);
    screens.showEnded(why);
    if (disconnectDestination) window.location.assign(disconnectDestination);
  }

  window.addEventListener('pagehide', () => void client.disconnect({ reason: 'Browser closed' }));
  const loaded = branding.plugins.map((plugin) => host.mount(plugin));
  if (address.waitsForJoin) return screens.askToJoin('', false);
  // As on the real one, plugins are there before the meeting is joined; one that does not load keeps nobody
  // out.
  await Promise.race([
    Promise.all(loaded),
    new Promise((resolve) => window.setTimeout(resolve, LOADS_WITHIN_MS)),
  ]);
  screens.joinNow();
}

void start();
