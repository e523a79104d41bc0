import type { PopupRequest } from '@pexip/plugin-api';
import type { HostedFrame } from '../ui/frames';
import type { MeetingLog } from '../ui/log';

/**
 * Opens the window that a button names, through the popup manager that `@pexip/plugin-api` puts into the
 * plugin's own window. Web App 3 can reach that only in a frame of its own origin, and with the word
 * `allow-popups`.
 */
export function openPopup(owner: HostedFrame, { id, openParams }: PopupRequest, log: MeetingLog): void {
  try {
    const plugin: unknown = Reflect.get(owner.iframe.contentWindow ?? {}, 'plugin');
    const manager: unknown =
      typeof plugin === 'object' && plugin ? Reflect.get(plugin, 'popupManager') : null;
    const open: unknown = typeof manager === 'object' && manager ? Reflect.get(manager, 'open') : null;
    if (typeof open === 'function') open(id, openParams);
    else log.add(`${owner.pluginId}: has no popup manager`);
  } catch {
    log.add(`${owner.pluginId}: its popup ${id} needs allow-same-origin in sandboxValues`);
  }
}
