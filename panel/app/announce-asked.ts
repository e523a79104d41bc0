import { effect } from '@preact/signals';
import { NOTIFICATION_STRINGS } from '../../strings/notifications';
import type { PanelContext } from '../state/context';

/**
 * Says that somebody waits or raises a hand, which is marked at the tab People. Once, and again only after
 * nobody did: in a large meeting hands go up all the time.
 */
export function announceAsked({ store, signal }: Pick<PanelContext, 'store' | 'signal'>): void {
  let known: { of: string; isAsked: boolean } | undefined;
  const stop = effect(() => {
    const meeting = store.meeting.value;
    if (!meeting?.people) {
      known = undefined;
      return;
    }
    const of = `${meeting.page} ${meeting.id} ${meeting.load}`;
    const isAsked = meeting.people.waiting + meeting.people.raised > 0;
    if (isAsked && known?.of === of && !known.isAsked) store.announce(NOTIFICATION_STRINGS.people);
    known = { of, isAsked };
  });
  signal.addEventListener('abort', stop, { once: true });
}
