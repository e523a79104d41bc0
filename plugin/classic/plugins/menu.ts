import type { Plugin } from '@pexip/plugin-api';
import type { Subscription } from 'rxjs';
import type { ClassicMeeting } from '../meeting/meeting';
import type { MenuItem, MenuItems } from '../package/menu-items';
import { placeIcon } from '../package/package-file';
import { type Owner, runFor, textOf } from '../streams/owner';
import { type Icon, readIcon } from './icons';
import { appearancesOf, type ItemAppearance } from './item-appearances';
import { addMenuButton, type MenuButton } from './menu-button';
import { type PluginState, readState } from './state';

/** A plugin's items on screen, with its state as far as it has said one. */
interface MenuOptions {
  ui: Pick<Plugin['ui'], 'addButton'>;
  owner: Owner;
  menuItems: MenuItems;
  /** Of the package file, to which icons are relative. */
  packagePath: string;
  /** The address of a file, by its path from the folder of settings.json. */
  addressOf(path: string): string;
  /** For an item that nobody has given a label. */
  name: string;
  participants$: ClassicMeeting['participants$'];
  onPress(action: string, participantUuid: string | undefined): void;
}

/** Shows a plugin's menu items, and moves their icon and label as its state does. */
export class PluginMenu {
  readonly #options: MenuOptions;
  readonly #buttons = new Map<MenuItem, Map<string, MenuButton>>();
  /** What was read of an icon; undefined if it is missing. An icon that isn't read yet has no entry. */
  readonly #icons = new Map<string, Icon | undefined>();
  readonly #reading = new Set<string>();
  #state: PluginState = readState(undefined);
  #isShown = false;

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
      subscribe.call(
        state,
        (value: unknown) =>
          runFor(owner, 'state$', () => {
            this.#state = readState(value);
            this.#dress();
          }),
        (error: unknown) => owner.report(`state$ ended with ${textOf(error)}`, error),
      ),
    );
    if (subscription) owner.listening.add(() => runFor(owner, 'state$', () => subscription.unsubscribe()));
  }

  show(): void {
    const { menuItems, owner, participants$ } = this.#options;
    if (menuItems.menu === null) return;
    this.#isShown = true;
    this.#dress();
    if (menuItems.menu !== 'participants') return;
    owner.listening.add(participants$.subscribe(() => this.#dress()));
  }

  remove(): void {
    this.#isShown = false;
    for (const buttons of this.#buttons.values()) for (const button of buttons.values()) button.remove();
    this.#buttons.clear();
  }

  #dress(): void {
    const { menuItems, participants$, name } = this.#options;
    if (!this.#isShown || menuItems.menu === null) return;
    const present = participants$.value.map(({ uuid }) => uuid);
    for (const item of menuItems.items) {
      const placed = this.#placed(this.#state);
      this.#dressItem(item, appearancesOf(menuItems.menu, item, placed, present, name));
    }
  }

  #dressItem(item: MenuItem, looks: ItemAppearance[]): void {
    const buttons = this.#buttons.get(item) ?? new Map<string, MenuButton>();
    this.#buttons.set(item, buttons);
    for (const [key, button] of buttons) {
      if (looks.some((look) => look.key === key)) continue;
      button.remove();
      buttons.delete(key);
    }
    for (const { key, label, icon, participants } of looks) {
      const isRead = icon === null || this.#icons.has(icon);
      if (!isRead) void this.#read(icon);
      const button = buttons.get(key);
      // A button keeps its look until the icon of the new one is there.
      if (button && !isRead) continue;
      const look = { label, icon: icon === null ? undefined : this.#icons.get(icon), participants };
      if (button) button.show(look);
      else buttons.set(key, this.#add(item, look));
    }
  }

  #add(item: MenuItem, look: Parameters<MenuButton['show']>[0]): MenuButton {
    const { ui, menuItems, owner, onPress } = this.#options;
    return addMenuButton(
      ui,
      menuItems.menu ?? 'toolbar',
      look,
      (uuid) => item.action !== null && onPress(item.action, uuid),
      (error) => owner.report(`Web App 3 refused its menu item: ${JSON.stringify(error)}`, error),
    );
  }

  /** The state with its icons resolved from the folder of the package file. */
  #placed(state: PluginState): PluginState {
    const place = <S extends { icon?: string | null }>(part: S): S =>
      typeof part.icon === 'string'
        ? { ...part, icon: placeIcon(part.icon, this.#options.packagePath) }
        : part;
    const own = [...state.byParticipant].map(([uuid, part]) => [uuid, place(part)] as const);
    return { ...place(state), byParticipant: new Map(own) };
  }

  async #read(icon: string): Promise<void> {
    if (this.#reading.has(icon)) return;
    this.#reading.add(icon);
    const read = await readIcon(icon, this.#options.addressOf).catch((error: unknown) => {
      this.#options.owner.report(error instanceof Error ? error.message : textOf(error));
      return undefined;
    });
    this.#icons.set(icon, read);
    this.#dress();
  }
}
