import type { Participant } from '@pexip/infinity';
import { byId, element, onClick } from '../ui/dom';
import { buttonsAt, type OnPress, type PluginButton } from '../ui/plugin-button';
import { showRoster } from '../ui/roster-list';
import { SettingsMenu } from '../ui/settings-menu';
import { PluginToolbar } from '../ui/toolbar';

/** What the meeting's controls do. */
interface ControlActions {
  /** Web App 3's own Chat button; a branding may hide it. */
  hasChat: boolean;
  /** Opens or closes the own chat; says which. */
  toggleChat: () => boolean;
  leave: () => void;
  onPress: OnPress;
}

/** The toolbar, the Settings menu and the roster: all that shows buttons of plugins. */
export class Controls {
  readonly #actions: ControlActions;
  readonly #toolbar: PluginToolbar;
  readonly #settings: SettingsMenu;
  readonly #inMeetingOnly: HTMLElement[];
  #buttons: PluginButton[] = [];
  #participants: Participant[] = [];
  #role: string | undefined;
  #inMeeting = false;

  constructor(actions: ControlActions) {
    this.#actions = actions;
    const bar = byId('toolbar', HTMLElement);
    const plugins = element('div', { class: 'toolbar-plugins' });
    const leave = element('button', { type: 'button', class: 'text danger' }, 'Leave');
    onClick(leave, actions.leave);
    this.#toolbar = new PluginToolbar(plugins, actions.onPress);
    this.#settings = new SettingsMenu(actions.onPress);
    const own = actions.hasChat ? [this.#ownChat()] : [];
    this.#inMeetingOnly = [plugins, leave, ...own];
    bar.append(...own, plugins, this.#settings.root, leave);
    this.#show();
  }

  setButtons(buttons: PluginButton[]): void {
    this.#buttons = buttons;
    this.#show();
  }

  setRoster(participants: Participant[], me: Participant | undefined): void {
    this.#participants = participants;
    this.#role = me?.role;
    this.#show();
  }

  setInMeeting(inMeeting: boolean): void {
    this.#inMeeting = inMeeting;
    this.#show();
  }

  #ownChat(): HTMLElement {
    const button = element('button', { type: 'button', class: 'text', 'aria-pressed': 'false' }, 'Chat');
    onClick(button, () => button.setAttribute('aria-pressed', String(this.#actions.toggleChat())));
    return button;
  }

  #show(): void {
    const { onPress } = this.#actions;
    for (const part of this.#inMeetingOnly) part.hidden = !this.#inMeeting;
    this.#toolbar.show(buttonsAt(this.#buttons, 'toolbar'), this.#role);
    this.#settings.show(buttonsAt(this.#buttons, 'settingsMenu'), this.#role, this.#inMeeting);
    const actions = buttonsAt(this.#buttons, 'participantActions');
    showRoster(byId('participants', HTMLElement), this.#participants, actions, onPress);
  }
}
