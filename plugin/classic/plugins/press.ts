import type { ClassicMeeting } from '../meeting/meeting';
import type { Menu, MenuItems } from '../package/menu-items';
import { copyOfEach } from '../streams/copies';
import type { Registration } from './registration';

/**
 * What a plugin's function is given when an item of this menu is pressed.
 * @see Plugin guide, "Plugin source file", 3.: which of the properties are available where
 */
export function argumentsOf(
  menu: Menu,
  { participants$, conferenceDetails$ }: ClassicMeeting,
  participantUuid: string | undefined,
): unknown[] {
  const participants = copyOfEach(participants$.value);
  const details = { ...conferenceDetails$.value };
  if (menu === 'conference') return [details];
  if (menu === 'toolbar') return [participants, details];
  return [participants.find(({ uuid }) => uuid === participantUuid)];
}

/** A sentence for each item that calls a function which the plugin has not registered. */
export function unknownActions({ items }: MenuItems, registration: Registration): string[] {
  return items.flatMap(({ action }) => {
    if (action === null || registration.functionOf(action)) return [];
    const has = registration.actions.join(', ') || 'no function but load and unload';
    return [`a menu item calls "${action}", which the plugin has not registered; it has ${has}.`];
  });
}

/**
 * The addresses by which a source file is known, best first: its own, and its folder's, since plugins may
 * share a folder.
 */
export function addressesOf(srcURL: string, addressOf: (path: string) => string): string[] {
  // A source file beside settings.json shares that folder with the host's own scripts.
  const own = srcURL.includes('/') ? srcURL.replace(/[^/]*$/, '') : srcURL;
  return [srcURL, own].map(addressOf);
}

/** How well a script's address, or an error's trace, fits a source file; 0 if it does not. */
export const fitOfSource = (addresses: readonly string[], text: string): number =>
  addresses.find((address) => text.includes(address))?.length ?? 0;
