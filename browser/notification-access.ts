import { browser } from './browser';

const WANTED = { permissions: ['notifications' as const] };

/** The browser's side of notifications: an optional permission. */
export const notificationAccess = {
  // Called in a click: nothing may be awaited before the browser is asked.
  ask: (): Promise<boolean> => browser.permissions.request(WANTED),
  has: (): Promise<boolean> => browser.permissions.contains(WANTED),
  giveBack: async (): Promise<void> => void (await browser.permissions.remove(WANTED).catch(() => false)),
  watch(listener: () => void, stop: AbortSignal) {
    const { onAdded, onRemoved } = browser.permissions;
    const onChanged = () => listener();
    onAdded.addListener(onChanged);
    onRemoved.addListener(onChanged);
    stop.addEventListener('abort', () => {
      onAdded.removeListener(onChanged);
      onRemoved.removeListener(onChanged);
    });
  },
};
