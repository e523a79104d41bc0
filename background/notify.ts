/**
 * Notifications, for those who have turned them on. Unread messages and people who want something come with
 * what a peer reports for the icon of its tab, and what becomes of calls with what the keeper of its page
 * keeps, whether or not there is a panel. The keeper cannot identify every meeting after a reload: an open
 * panel reports the others. They name a number and a site, and nothing that somebody has written.
 */

import { askForView } from '../browser/asked-view';
import { onOutcome, tabOf } from '../browser/call-outcome';
import { injectPeer } from '../browser/inject';
import {
  areNotificationsPossible,
  clearNotifications,
  onNotificationClicked,
  readIconText,
  showNotification,
  showTab,
  type TabNotification,
} from '../browser/notifications';
import { hasSidePanel, openPanel } from '../browser/panel-opener';
import { onKeep, onTabClosed } from '../browser/tab-loads';
import { keptOfTab } from '../browser/tab-memory';
import { askPeer, onIcon } from '../browser/tab-services';
import type { Outcome } from '../protocol/call-outcome';
import type { Unread } from '../protocol/meeting';
import { isNotified, type Notified, readSettings } from '../settings/notified';
import type { PanelStorage } from '../settings/storage/area';
import { NOTIFICATION_STRINGS as STRINGS } from '../strings/notifications';
import { alertsOf, settledBy } from './alert';
import { createTold, outcomesOf } from './call-outcomes';

/**
 * Shows notifications. To be called before what paints the icons and what keeps calls: both say what was
 * there before.
 */
export function serveNotifications(storage: PanelStorage): void {
  const show = async (kind: Notified, tabId: number, site: string, title: string) => {
    const tab = await tabOf(tabId);
    if (!tab || tab.isPrivate || !isNotified(await readSettings(storage), kind, site)) return;
    await showNotification({ kind, tabId, windowId: tab.windowId }, title, new URL(site).host);
  };
  const update = async (tabId: number, site: string, before: Promise<string>, now: string) => {
    const alerts = alertsOf(await before, now);
    await clearNotifications(tabId, settledBy(now));
    for (const alert of alerts) {
      await show(
        alert.kind,
        tabId,
        site,
        alert.kind === 'people' ? STRINGS.people : unreadText(alert.unread),
      );
    }
  };
  onIcon((tabId, { text }, site) => {
    if (!areNotificationsPossible() || site === undefined) return;
    void update(tabId, site, readIconText(tabId), text).catch(report);
  });
  const untold = createTold();
  const notifyOf = async (tabId: number, outcome: Outcome, calls: readonly string[], site: string) => {
    const { length } = untold(outcome, calls);
    if (length > 0) await show('calls', tabId, site, outcomeText(outcome, length));
  };
  onOutcome((tabId, outcome, calls, site) => {
    if (areNotificationsPossible()) void notifyOf(tabId, outcome, calls, site).catch(report);
  });
  const notifyOfKept = async (tabId: number, site: string, now: readonly unknown[]) => {
    const { joined, failed } = outcomesOf((await keptOfTab(tabId, site)) ?? [], now);
    await notifyOf(tabId, 'joined', joined, site);
    await notifyOf(tabId, 'failed', failed, site);
  };
  onKeep((tabId, site, now) => {
    if (areNotificationsPossible()) void notifyOfKept(tabId, site, now).catch(report);
  });
  onTabClosed((tabId) => {
    if (areNotificationsPossible()) void clearNotifications(tabId).catch(report);
  });
  onNotificationClicked((notification) => void open(notification));
}

const unreadText = (unread: Unread) => (unread === 'some' ? STRINGS.someUnread : STRINGS.unread(unread));

const outcomeText = (outcome: Outcome, count: number) =>
  outcome === 'joined' ? STRINGS.joined(count) : STRINGS.failed(count);

const VIEWS = new Map([
  ['unread', 'chat'],
  ['people', 'people'],
  ['calls', 'dial-out'],
]);

/** Leads to what a notification was about: the tab, and the panel beside it or, where none opens, on it. */
async function open(notification: TabNotification): Promise<void> {
  // First, and not awaited: where a click counts as a gesture of the user, it does not outlive an await.
  // In a popup window Chromium opens no panel, and reports no error.
  const opened = openPanel(notification.windowId).then(
    () => hasSidePanel(notification),
    () => false,
  );
  await showTab(notification).catch(report);
  await askForView(notification, VIEWS.get(notification.kind) ?? '').catch(report);
  if (!(await opened)) await askPeer(notification.tabId, 'show-dock', injectPeer).catch(report);
}

const report = (error: unknown) => console.info('No notification:', error);
