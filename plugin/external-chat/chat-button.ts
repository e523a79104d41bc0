import type { ToolbarButtonPayload } from '@pexip/plugin-api';
import type { Channel } from './channel';
import type { MeetingTexts } from './meeting-texts';
import type { PluginTexts } from './texts';

export interface ToolbarButton {
  readonly state: Readonly<{ active: boolean; badge: boolean }>;
  setActive(active: boolean): void;
  /** The tooltip shows `count` if it is known: the badge of the toolbar has no room for it. */
  setBadge(visible: boolean, count?: number): void;
}

const speechBubble = (fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="${fill}" stroke="#fff" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"><path d="M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7l-4.5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z"/></svg>`;

/** What differs between the two buttons. */
type ButtonAppearance = {
  icon: ToolbarButtonPayload['icon'];
  tooltip(texts: PluginTexts, isActive: boolean): string;
};

export const CHAT: ButtonAppearance = {
  icon: { custom: { main: speechBubble('none'), hover: speechBubble('#fff3') } },
  tooltip: (texts, isActive) => (isActive ? texts.closeChat : texts.openChat),
};
export const PARTICIPANTS: ButtonAppearance = {
  icon: 'IconParticipant',
  tooltip: (texts, isActive) => (isActive ? texts.closePeople : texts.openPeople),
};

/**
 * Adds a button to the meeting's toolbar. A click reports the state that the user asks for and moves nothing:
 * the top window is the source of truth and answers through `setActive`. What is set before Web App 3 has
 * added the button shows as soon as it has.
 */
export function addButton(
  channel: Channel,
  { icon, tooltip }: ButtonAppearance,
  texts: MeetingTexts,
  onRequest: (active: boolean) => void,
): ToolbarButton {
  let targetId = '';
  const state = { active: false, badge: false };
  let unread = 0;
  /** The JSON of what Web App 3 was last asked to show. */
  let asked = '';
  const payload = (): ToolbarButtonPayload => {
    const text = tooltip(texts.localized, state.active);
    return {
      position: 'toolbar',
      icon,
      tooltip: unread > 0 ? `${text} (${texts.localized.unreadCount.replace('#', String(unread))})` : text,
      isActive: state.active,
      badge: { isVisible: state.badge },
    };
  };
  const ask = () => {
    asked = JSON.stringify(payload());
    return channel.callRPC('ui:button:add', payload());
  };
  const add = async () => {
    let added = await ask();
    if (added.status === 'failed') {
      // Every Web App 3 knows this icon by name; releases before v31 refuse custom ones.
      icon = 'IconSupport';
      added = await ask();
    }
    if (added.status === 'failed')
      return console.error('external-chat: Web App 3 rejected a button:', added.reason);
    targetId = added.id;
    // The language is named right behind the reply to `syn`, while the button is being added.
    void update();
  };
  const update = async () => {
    // A top window that says the same again, and perhaps many times a second, costs the meeting nothing.
    const wanted = JSON.stringify(payload());
    if (targetId === '' || wanted === asked) return;
    asked = wanted;
    const updated = await channel.callRPC('ui:button:update', { ...payload(), targetId });
    if (updated.status === 'failed') {
      asked = '';
      console.error('external-chat: Web App 3 rejected a button’s update', updated.reason);
    }
  };
  channel.onEvent('ui:button:click', ({ buttonId }) => {
    if (buttonId === targetId) onRequest(!state.active);
  });
  texts.onChange(() => void update());
  void add();
  return {
    state,
    setActive(next) {
      state.active = next;
      void update();
    },
    setBadge(next, count = 0) {
      state.badge = next;
      unread = next ? count : 0;
      void update();
    },
  };
}
