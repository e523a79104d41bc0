/**
 * The four stored versions of the upstream plugin, as a host page sees them. Written from a description of
 * that, on Pexip's package as published, so that they share no mistake with ours. The build says which one it
 * is.
 *
 * | 1 | the seed document's messages, nothing else |
 * | 2 | + `connected`, listened for after the button is added, so that it may be missed |
 * | 3 | the second namespace |
 * | 4 | + `self`, `roster`, `toggle-participants`, fourteen features; `dial-out` is not among them, though it
 * dials |
 *
 * None answers `hello`; all send `ready` once. A dial that is refused in words hangs for ever, as `dialOut`
 * does.
 */
import { type InfinityParticipant, registerPlugin } from '@pexip/plugin-api';

declare const UPSTREAM: 1 | 2 | 3 | 4;

const isSecond = UPSTREAM >= 3;
const PREFIX = isSecond ? 'rocketchat:videoconf/' : 'pexip:plugin:external-chat/';
const FEATURES =
  'chat participants roster self mute mute-video admit disconnect spotlight raise-hand set-role transfer dtmf mute-all-guests';
const STATE = isSecond ? 'chat-state' : 'toggle-chat-button-state';
const BADGE = isSecond ? 'chat-unread' : 'toggle-chat-badge';

const send = (name: string, fields: Record<string, unknown> = {}) =>
  window.top?.postMessage({ action: PREFIX + name, ...fields }, '*');

const plugin = await registerPlugin({ id: 'external-chat', version: 0 });
const state = { active: false, unread: false };
const payload = () => ({
  position: 'toolbar' as const,
  icon: 'IconChat',
  tooltip: state.active ? 'Close Chat' : 'Open Chat',
  isActive: state.active,
  badge: { isVisible: state.unread },
});

// Versions 3 and 4 listen before, and 2 and 4 after the button is there: 4 does both, for different events.
if (UPSTREAM === 3) plugin.events.connected.add(() => send('connected'));
const button = await plugin.ui.addButton(payload());
button.onClick.add(() => send('toggle-chat', { active: !state.active }));
if (UPSTREAM === 2 || UPSTREAM === 4) plugin.events.connected.add(() => send('connected'));

if (UPSTREAM === 4) {
  const people = await plugin.ui.addButton({ position: 'toolbar', icon: 'IconGroup', tooltip: 'People' });
  people.onClick.add(() => send('toggle-participants', { active: true }));
  const entry = ({ uuid, displayName, ...it }: InfinityParticipant) => ({
    uuid,
    displayName,
    isWaiting: it.isWaiting,
    isHost: it.isHost,
    isMuted: it.isMuted,
    isClientMuted: it.isClientMuted,
    isCameraMuted: it.isCameraMuted,
    isPresenting: it.isPresenting,
    isSpotlight: it.isSpotlight,
    raisedHand: it.raisedHand,
    can: { control: it.canControl, mute: it.canMute, disconnect: it.canDisconnect },
  });
  plugin.events.me.add(({ participant }) =>
    send('self', {
      participantUuid: participant.uuid,
      micMuted: participant.isMuted,
      camMuted: participant.isCameraMuted,
      clientMuted: participant.isClientMuted,
      isHost: participant.isHost,
      canControl: participant.canControl,
    }),
  );
  plugin.events.participants.add(({ participants }) =>
    send('roster', { participants: participants.map(entry) }),
  );
}

window.addEventListener('message', ({ source, data }) => {
  if (source !== window.top || typeof data?.action !== 'string' || !data.action.startsWith(PREFIX)) return;
  switch (data.action.slice(PREFIX.length)) {
    case STATE:
      state.active = data.active;
      void button.update(payload());
      break;
    case BADGE:
      state.unread = isSecond ? data.unread : data.visible;
      void button.update(payload());
      break;
    case 'dial-out': {
      const { role = 'GUEST', destination, protocol = 'auto' } = data;
      plugin.conference
        .dialOut({ role, destination, protocol })
        .then(({ uuid, displayName }) => send('dial-out-success', { uuid, displayName }))
        .catch((error: Error) => send('dial-out-error', { message: error.message }));
    }
  }
});

if (UPSTREAM === 3) send('ready', { features: ['chat', 'dial-out'] });
else send('ready', UPSTREAM === 4 ? { features: FEATURES.split(' ') } : {});
