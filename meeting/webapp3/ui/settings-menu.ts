import { element, onClick } from './dom';
import { type ButtonAt, isFor, type OnPress } from './plugin-button';

/** The Settings menu: what plugins have put there, or that there is nothing. */
export class SettingsMenu {
  readonly root: HTMLElement;
  readonly #menu = element('div', { role: 'group', 'aria-label': 'Settings', class: 'menu', hidden: '' });
  readonly #onPress: OnPress;

  constructor(onPress: OnPress) {
    this.#onPress = onPress;
    const button = element('button', { type: 'button', 'aria-expanded': 'false', class: 'text' }, 'Settings');
    onClick(button, () => {
      this.#menu.hidden = !this.#menu.hidden;
      button.setAttribute('aria-expanded', String(!this.#menu.hidden));
    });
    this.root = element('div', { class: 'toolbar-item' }, button, this.#menu);
    this.show([], undefined, false);
  }

  /** Shows these entries, as somebody of that role sees them in or out of a meeting. */
  show(entries: ButtonAt<'settingsMenu'>[], role: string | undefined, inMeeting: boolean): void {
    const visible = entries.filter(
      ({ payload }) => isFor(role, payload.roles) && (inMeeting || !payload.inMeetingOnly),
    );
    const buttons = visible.map((entry) => {
      const button = element('button', { type: 'button' }, entry.payload.label);
      onClick(button, () => {
        this.#menu.hidden = true;
        this.#onPress(entry, undefined);
      });
      return button;
    });
    this.#menu.replaceChildren(...(buttons.length > 0 ? buttons : [element('p', {}, 'Nothing to set')]));
  }
}
