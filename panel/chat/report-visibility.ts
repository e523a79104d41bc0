import { effect, type ReadonlySignal } from '@preact/signals';
import type { PeerConnection } from '../../protocol/panel';
import type { PanelStore } from '../state/store';
import type { Painted } from './chat-store';

/**
 * Tells the peer which chat is on screen here, and how many of its entries have been painted: only these
 * count as read once it is gone.
 */
export function reportVisibility(
  store: PanelStore,
  connection: PeerConnection,
  isShown: ReadonlySignal<boolean>,
  painted: ReadonlySignal<Painted>,
  stop: AbortSignal,
): void {
  let reported = '';
  const dispose = effect(() => {
    const page = store.page.value;
    const meeting = isShown.value ? (store.meeting.value?.id ?? '') : '';
    const chat = `${page} ${meeting}`;
    const shown = painted.value.chat === chat ? painted.value.count : 0;
    const key = `${chat} ${shown}`;
    // A new connection knows nothing of what was said over an earlier one.
    if (page === undefined) reported = '';
    else if (key !== reported) {
      reported = key;
      connection.send({ type: 'look', page, meeting, shown });
    }
  });
  stop.addEventListener('abort', dispose, { once: true });
}
