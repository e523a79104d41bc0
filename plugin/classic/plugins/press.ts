import type { ClassicMeeting } from '../meeting/meeting';
import type { Menu, MenuItems } from '../package/menu-items';
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
  if (menu === 'conference') return [conferenceDetails$.value];
  if (menu === 'toolbar') return [participants$.value, conferenceDetails$.value];
  return [participants$.value.find(({ uuid }) => uuid === participantUuid)];
}

/** A sentence for each item that calls a function which the plugin has not registered. */
export function unknownActions({ items }: MenuItems, registration: Registration): string[] {
  return items.flatMap(({ action }) => {
    if (action === null || registration.functionOf(action)) return [];
    const has = registration.actions.join(', ') || 'no function but load and unload';
    return [`a menu item calls "${action}", which the plugin has not registered; it has ${has}.`];
  });
}

/** Whether a script's address, or an error's trace, is of the folder of this source file. */
export function isOfSource(srcURL: string, addressOf: (path: string) => string, text: string): boolean {
  // A source file beside settings.json shares that folder with the host's own scripts.
  const own = srcURL.includes('/') ? srcURL.replace(/[^/]*$/, '') : srcURL;
  return text.includes(new URL(addressOf(own), document.baseURI).href);
}
