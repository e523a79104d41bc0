import type { GroupButtonPayload, ToolbarButtonPayload } from '@pexip/plugin-api';
import { element, onClick } from './dom';
import { readIcon } from './icons';
import { type ButtonAt, isFor, type OnPress } from './plugin-button';

type ToolbarButton = ButtonAt<'toolbar'>;
type Appearance = Pick<ToolbarButtonPayload, 'icon' | 'tooltip' | 'isActive' | 'badge'>;

function dress(button: HTMLButtonElement, { icon, tooltip, isActive, badge }: Appearance): void {
  // A plugin may leave it out, whatever the types say.
  const title: string | undefined = tooltip;
  button.title = title ?? '';
  button.setAttribute('aria-label', title ?? '');
  button.setAttribute('aria-pressed', String(isActive === true));
  const picture = readIcon(icon);
  button.replaceChildren(...(picture.ok ? [picture.make()] : []));
  if (badge?.isVisible) {
    button.append(element('span', { 'data-badge': '', role: 'img', 'aria-label': 'Unread' }));
  }
}

/**
 * The plugins' buttons in the toolbar. An element lives as long as its button, so that an update neither
 * takes the focus away nor makes a press miss.
 */
export class PluginToolbar {
  readonly #container: HTMLElement;
  readonly #onPress: OnPress;
  readonly #shown = new Map<string, { root: HTMLElement; button: HTMLButtonElement; menu: HTMLElement }>();

  constructor(container: HTMLElement, onPress: OnPress) {
    this.#container = container;
    this.#onPress = onPress;
  }

  /** Shows these buttons, as somebody of that role sees them. */
  show(buttons: ToolbarButton[], role: string | undefined): void {
    const visible = buttons.filter(({ payload }) => isFor(role, payload.roles));
    for (const [id, { root }] of this.#shown) {
      if (visible.some((button) => button.id === id)) continue;
      root.remove();
      this.#shown.delete(id);
    }
    for (const button of visible) this.#showOne(button, role);
  }

  #showOne(model: ToolbarButton, role: string | undefined): void {
    const known = this.#shown.get(model.id);
    const parts = known ?? this.#make(model.id);
    const group = (model.payload.group ?? []).filter(({ roles }) => isFor(role, roles));
    dress(parts.button, model.payload);
    parts.menu.replaceChildren(...group.map((entry) => this.#groupEntry(model, entry, parts.menu)));
    parts.button.onclick = () => {
      // A button with a group has no click of its own: it opens the group.
      if (group.length > 0) parts.menu.hidden = !parts.menu.hidden;
      else this.#onPress(model, { buttonId: model.id });
    };
  }

  #make(id: string): { root: HTMLElement; button: HTMLButtonElement; menu: HTMLElement } {
    const button = element('button', { type: 'button', 'data-plugin-button': id });
    const menu = element('div', { role: 'group', class: 'menu', hidden: '' });
    const root = element('div', { class: 'toolbar-item' }, button, menu);
    this.#container.append(root);
    const parts = { root, button, menu };
    this.#shown.set(id, parts);
    return parts;
  }

  #groupEntry(model: ToolbarButton, entry: GroupButtonPayload, menu: HTMLElement): HTMLElement {
    const button = element('button', { type: 'button' });
    dress(button, entry);
    button.append(` ${entry.tooltip ?? ''}`);
    onClick(button, () => {
      menu.hidden = true;
      this.#onPress(model, { buttonId: entry.id });
    });
    return button;
  }
}
