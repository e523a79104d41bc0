import type { Plugin } from '@pexip/plugin-api';
import type { Subscription } from 'rxjs';
import { type ItemState, readState } from '../api/state';
import type { MenuItem, MenuItems } from '../package/menu-items';
import { placeIcon } from '../package/package-file';
import { type Owner, runFor, textOf } from '../streams/owner';
import { type Icon, readIcon } from './icons';
import { addMenuButton, type MenuButton } from './menu-button';

/** A plugin's items on screen, with its state as far as it has said one. */
export interface MenuOptions {
  ui: Pick<Plugin['ui'], 'addButton'>;
  owner: Owner;
  menuItems: MenuItems;
  /** Of the package file, to which icons are relative. */
  packagePath: string;
  /** For an item that nobody has given a label. */
  name: string;
  onPress(action: string, participantUuid: string | undefined): void;
}

/** Shows a plugin's menu items, and moves their icon and label as its state does. */
export class PluginMenu {
  readonly #options: MenuOptions;
  readonly #buttons: { item: MenuItem; button: MenuButton }[] = [];
  readonly #icons = new Map<string, Promise<Icon | undefined>>();
  #state: ItemState = {};

  constructor(options: MenuOptions) {
    this.#options = options;
  }

  /** Follows the plugin's `state$`; it may be of an RxJS of the plugin's own. */
  follow(state: unknown): void {
    if (typeof state !== 'object' || state === null) return;
    const subscribe: unknown = Reflect.get(state, 'subscribe');
    if (typeof subscribe !== 'function') return;
    const { owner } = this.#options;
    const subscription: Subscription | undefined = runFor(owner, 'state$', () =>
      subscribe.call(state, (value: unknown) => {
        this.#state = readState(value);
        for (const each of this.#buttons) void this.#dress(each);
      }),
    );
    if (subscription) owner.listening.add(() => subscription.unsubscribe());
  }

  show(): void {
    const { ui, menuItems, owner, onPress } = this.#options;
    if (menuItems.menu === null) return;
    for (const item of menuItems.items) {
      const button = addMenuButton(
        ui,
        menuItems.menu,
        { label: this.#labelOf(item), icon: undefined },
        (uuid) => item.action !== null && onPress(item.action, uuid),
        (error) => owner.report(`Web App 3 refused its menu item: ${JSON.stringify(error)}`, error),
      );
      const shown = { item, button };
      this.#buttons.push(shown);
      void this.#dress(shown);
    }
  }

  remove(): void {
    for (const { button } of this.#buttons.splice(0)) button.remove();
  }

  async #dress({ item, button }: { item: MenuItem; button: MenuButton }): Promise<void> {
    const state = this.#state;
    const icon = this.#iconOf(item);
    if (!icon) return button.show({ label: this.#labelOf(item), icon: undefined });
    const read = await this.#read(icon);
    // A newer state is on its way with an icon of its own.
    if (state === this.#state) button.show({ label: this.#labelOf(item), icon: read });
  }

  #labelOf = (item: MenuItem) => this.#state.label ?? item.label ?? this.#options.name;

  #iconOf(item: MenuItem): string | null {
    const { icon } = this.#state;
    return icon === undefined ? item.icon : placeIcon(icon, this.#options.packagePath);
  }

  #read(icon: string): Promise<Icon | undefined> {
    const known = this.#icons.get(icon);
    if (known) return known;
    const read = readIcon(icon).catch((error: unknown) => {
      this.#options.owner.report(error instanceof Error ? error.message : textOf(error));
      return undefined;
    });
    this.#icons.set(icon, read);
    return read;
  }
}
