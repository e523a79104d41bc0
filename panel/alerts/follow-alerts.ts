import { effect } from '@preact/signals';
import { isNotified, isSiteMuted } from '../../settings/notified';
import { TABS } from '../../settings/tabs';
import type { AlertServices } from '../state/alert-services';
import type { PanelContext } from '../state/context';
import { type Known, newsOf, noteOf } from './news';
import { type Occasion, playTone } from './tone';

/**
 * Has the browser notify of calls, and plays tones, as the user has set it. `play` is the loudspeaker.
 */
export function followAlerts(
  { store, tab, signal }: Pick<PanelContext, 'store' | 'tab' | 'signal'>,
  services: AlertServices | undefined,
  play: (occasion: Occasion) => Promise<void> = playTone,
): void {
  let before: Known = new Map();
  const dispose = effect(() => {
    const now = noteOf(store.meetings.value);
    const { unread, people, joined, failed } = newsOf(before, now);
    before = now;
    const settings = store.settings.settings.peek();
    const site = store.site.peek();
    if (isNotified(settings, 'calls', site)) {
      if (joined.length > 0) services?.reportOutcome('joined', joined, site).catch(report);
      if (failed.length > 0) services?.reportOutcome('failed', failed, site).catch(report);
    }
    if (!settings.sound || isSiteMuted(settings, site)) return;
    // One tone at a time: the one for what somebody should act on.
    const occasion = people
      ? 'people'
      : failed.length > 0
        ? 'failed'
        : joined.length > 0
          ? 'joined'
          : unread
            ? 'unread'
            : undefined;
    if (occasion) play(occasion).catch(report);
  });
  signal.addEventListener('abort', dispose, { once: true });
  services?.onViewAsked((view) => {
    const asked = TABS.find((each) => each === view);
    if (asked) tab.value = asked;
  }, signal);
}

const report = (error: unknown) => console.info('No alert:', error);
