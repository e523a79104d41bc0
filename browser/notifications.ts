import { browser } from './browser';

/** A notification of a tab. Another one of the same kind takes its place. */
export type TabNotification = { kind: string; tabId: number; windowId: number };

/** Whether the user has given permission: without it browsers have no such interface. */
export const areNotificationsPossible = (): boolean =>
  (browser as Partial<typeof browser>).notifications !== undefined;

const idOf = ({ kind, tabId, windowId }: TabNotification): string => `${kind} ${tabId} ${windowId}`;

/** Shows a notification, in place of the one before of its kind and tab. */
export async function showNotification(
  notification: TabNotification,
  title: string,
  message: string,
): Promise<void> {
  await browser.notifications.create(idOf(notification), {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/48.png'),
    title,
    message,
  });
}

/** Takes the notifications of a tab away, by default all of them. */
export async function clearNotifications(tabId: number, kinds?: readonly string[]): Promise<void> {
  for (const id of Object.keys(await browser.notifications.getAll())) {
    const [kind = '', of] = id.split(' ');
    if (of === String(tabId) && (kinds?.includes(kind) ?? true)) await browser.notifications.clear(id);
  }
}

/** Calls `listener` when a notification is clicked, with or without permission at this moment. */
export function onNotificationClicked(listener: (notification: TabNotification) => void): void {
  const onClicked = (id: string) => {
    const [kind = '', tabId, windowId] = id.split(' ');
    listener({ kind, tabId: Number(tabId), windowId: Number(windowId) });
    void browser.notifications.clear(id);
  };
  const listen = () => {
    if (areNotificationsPossible()) browser.notifications.onClicked.addListener(onClicked);
  };
  listen();
  browser.permissions.onAdded.addListener(listen);
}

/** Brings a tab to the front, with its window. */
export async function showTab({ tabId, windowId }: TabNotification): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
  await browser.windows.update(windowId, { focused: true });
}

/** What stands on the icon of a tab. */
export const readIconText = (tabId: number): Promise<string> => browser.action.getBadgeText({ tabId });
