import type { Button, ButtonRPCPayload, GetButtonRPCPayload, Plugin } from '@pexip/plugin-api';
import { wait } from '../isolation/own-time';
import type { Menu } from '../package/menu-items';
import { type Icon, NAMED_ICON, plainIcon } from './icons';

type Payload = GetButtonRPCPayload<'add'>;
type Position = keyof ButtonRPCPayload;

/** What an item shows; an icon that is still being read is absent. */
interface MenuButtonAppearance {
  label: string;
  icon: Icon | undefined;
  /** The uuids of those at whom it is shown; absent: at everybody. */
  participants?: string[] | undefined;
}

/** A menu item on screen. */
export interface MenuButton {
  show(appearance: MenuButtonAppearance): void;
  remove(): void;
}

/** Looks that change faster than this leave the meeting no time for its own buttons. */
const SHORTEST_LOOK_MS = 250;

type ParticipantIDs = Extract<Payload, { position: 'participantActions' }>['participantIDs'];

/**
 * Where Web App 3 has what Webapp2 had in these menus. It has no menu of the conference; its settings come
 * closest.
 */
function payloadOf(menu: Menu, { label, icon, participants }: MenuButtonAppearance): Payload {
  if (menu === 'toolbar') return { position: 'toolbar', icon: icon ?? plainIcon, tooltip: label };
  if (menu === 'conference') return { position: 'settingsMenu', label, inMeetingOnly: true };
  // Pexip's uuids are branded in the types alone.
  const at = participants && { participantIDs: participants as ParticipantIDs & {} };
  return { position: 'participantActions', label, ...(icon && { icon }), ...at };
}

/**
 * Puts an item into its menu. Looks that come quickly are shown one after the other, the last for certain.
 *
 * @param onPress is given the participant's uuid, in that menu
 * @param onRefused Web App 3 would not have the button, or its new look
 */
export function addMenuButton(
  ui: Pick<Plugin['ui'], 'addButton'>,
  menu: Menu,
  first: MenuButtonAppearance,
  onPress: (participantUuid: string | undefined) => void,
  onRefused: (error: unknown) => void,
): MenuButton {
  let appearance = first;
  let shown: MenuButtonAppearance | undefined;
  let isRemoved = false;
  let takesCustomIcons = true;
  let button: Button<Position> | undefined;
  let isBusy = false;

  const payload = () => payloadOf(menu, takesCustomIcons ? appearance : { ...appearance, icon: NAMED_ICON });

  async function add(): Promise<Button<Position>> {
    const added = await ui.addButton(payload()).catch(() => {
      takesCustomIcons = false;
      return ui.addButton(payload());
    });
    added.onClick.add((input: unknown) => {
      const uuid: unknown =
        typeof input === 'object' && input ? Reflect.get(input, 'participantUuid') : undefined;
      onPress(typeof uuid === 'string' ? uuid : undefined);
    });
    return added;
  }

  async function settle(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    try {
      while (!isRemoved && shown !== appearance) {
        shown = appearance;
        if (!button) button = await add();
        else {
          await button.update(payload());
          await wait(SHORTEST_LOOK_MS);
        }
      }
      if (isRemoved) await button?.remove();
    } catch (error) {
      onRefused(error);
    }
    isBusy = false;
  }

  void settle();
  return {
    show(next) {
      if (JSON.stringify(next) === JSON.stringify(appearance)) return;
      appearance = next;
      void settle();
    },
    remove() {
      isRemoved = true;
      void settle();
    },
  };
}
