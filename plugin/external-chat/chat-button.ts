import type { ToolbarButtonPayload } from '@pexip/plugin-api';
import type { Channel } from './channel';
import { followTexts, type MeetingTexts } from './meeting-texts';

export interface ToolbarButton {
  readonly active: boolean;
  readonly badge: boolean;
  setActive(active: boolean): void;
  /** `count`, where it is known, stands in the tooltip: the badge of the toolbar has no room for it. */
  setBadge(visible: boolean, count?: number): void;
}

const speechBubble = (fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="${fill}" stroke="#fff" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"><path d="M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7l-4.5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z"/></svg>`;

/** What differs between the two buttons. */
type Look = {
  icon: ToolbarButtonPayload['icon'];
  /** An icon that every Web App 3 knows by name; releases before v31 refuse custom ones. */
  named: ToolbarButtonPayload['icon'];
  open: 'open' | 'openPeople';
  close: 'close' | 'closePeople';
};

const CHAT: Look = {
  icon: { custom: { main: speechBubble('none'), hover: speechBubble('#fff3') } },
  named: 'IconSupport',
  open: 'open',
  close: 'close',
};
const PARTICIPANTS: Look = {
  icon: 'IconParticipant',
  named: 'IconSupport',
  open: 'openPeople',
  close: 'closePeople',
};

/**
 * Adds the Chat button to the meeting's toolbar. A click reports the state that the user asks for and
 * moves nothing: the top window is the source of truth and answers through `setActive`.
 * @throws Error if Web App 3 refuses the button.
 */
export const addChatButton = (
  channel: Channel,
  onRequest: (active: boolean) => void,
  texts: MeetingTexts = followTexts(channel),
): Promise<ToolbarButton> => addButton(channel, onRequest, texts, CHAT);

/** Adds the Participants button in the same way. */
export const addParticipantsButton = (
  channel: Channel,
  onRequest: (active: boolean) => void,
  texts: MeetingTexts,
): Promise<ToolbarButton> => addButton(channel, onRequest, texts, PARTICIPANTS);

async function addButton(
  channel: Channel,
  onRequest: (active: boolean) => void,
  texts: MeetingTexts,
  look: Look,
): Promise<ToolbarButton> {
  let active = false;
  let badge = false;
  let unread = 0;
  let { icon } = look;
  const tooltip = () => {
    const { unread: counted } = texts.current;
    const state = texts.current[active ? look.close : look.open];
    return unread > 0 ? `${state} (${counted.replace('#', String(unread))})` : state;
  };
  const payload = (): ToolbarButtonPayload => ({
    position: 'toolbar',
    icon,
    tooltip: tooltip(),
    isActive: active,
    badge: { isVisible: badge },
  });
  let first = payload();
  let added = await channel.callRPC('ui:button:add', first);
  if (added.status === 'failed') {
    icon = look.named;
    first = payload();
    added = await channel.callRPC('ui:button:add', first);
  }
  if (added.status === 'failed') throw new Error(`Web App 3 refused a button: ${added.reason}`);
  const { id: targetId } = added;
  channel.onEvent('ui:button:click', ({ buttonId }) => {
    if (buttonId === targetId) onRequest(!active);
  });
  let asked = JSON.stringify(first);
  const update = async () => {
    // A top window that says the same again, and perhaps many times a second, costs the meeting nothing.
    const wanted = JSON.stringify(payload());
    if (wanted === asked) return;
    asked = wanted;
    const updated = await channel.callRPC('ui:button:update', { ...payload(), targetId });
    if (updated.status === 'failed') {
      asked = '';
      console.error('external-chat: Web App 3 rejected a button’s update', updated.reason);
    }
  };
  texts.onChange(() => void update());
  // The language is named right behind the reply to `syn`, while the button is being added.
  void update();
  return {
    get active() {
      return active;
    },
    get badge() {
      return badge;
    },
    setActive(next) {
      active = next;
      void update();
    },
    setBadge(next, count = 0) {
      badge = next;
      unread = next ? count : 0;
      void update();
    },
  };
}
