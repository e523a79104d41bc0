import { effect, type ReadonlySignal } from '@preact/signals';
import type { PeerConnection } from '../../protocol/panel';
import type { PanelStore } from '../state/store';

/** Tells the peer which chat is on screen here, since what comes while it is does not count as unread. */
export function reportVisibility(
  store: PanelStore,
  connection: PeerConnection,
  isShown: ReadonlySignal<boolean>,
  stop: AbortSignal,
): void {
  let reported = '';
  const dispose = effect(() => {
    const page = store.page.value;
    const meeting = isShown.value ? (store.meeting.value?.id ?? '') : '';
    // A new connection knows nothing of what was said over an earlier one.
    const key = `${page} ${meeting}`;
    if (page === undefined || key === reported) return;
    reported = key;
    connection.send({ type: 'look', page, meeting });
  });
  stop.addEventListener('abort', dispose, { once: true });
}
