import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Meeting } from '../../protocol/meeting';
import { PREFIX } from '../../protocol/wire';
import type { PanelContext } from '../state/context';
import { followTrace } from '../state/follow-trace';
import type { PanelStore } from '../state/store';
import { receivedIn } from './received';
import type { RunNeeds } from './run';

/** What a run needs, all of it about the meeting that is shown first from now on, until `stop` aborts. */
export function needsOf(context: PanelContext, stop: AbortSignal): RunNeeds {
  const { store, connection } = context;
  const meeting = followOne(store, stop);
  const about = (send: (id: string) => void) => {
    const target = meeting.peek();
    if (target) send(target.id);
  };
  return {
    meeting,
    noAnswerAfterMs: store.noAnswerAfterMs,
    now: Date.now,
    setChat: (active) => about((id) => connection.send({ type: 'set-chat', meeting: id, active })),
    setBadge: (visible) => about((id) => connection.send({ type: 'set-badge', meeting: id, visible })),
    reload: () => about((id) => connection.send({ type: 'reload', meeting: id })),
    hangUp: (call) => about((id) => connection.send({ type: 'hang-up', meeting: id, call })),
    placeCall: (request) => store.placeCall(request, meeting.peek()),
    refusal: store.guard.refusal,
    listen: (listener) =>
      followTrace(
        context,
        (page, entries) => {
          if (page === store.page.peek())
            for (const message of entries.flatMap(receivedIn)) listener(message);
        },
        stop,
      ),
    send: (message, payload) =>
      about((id) =>
        connection.send({ type: 'send-raw', meeting: id, wire: { ...payload, action: PREFIX + message } }),
      ),
  };
}

/**
 * One meeting of one page, whatever the panel turns to: another page's meetings have the same ids, and a
 * scenario must not go on there.
 */
function followOne(store: PanelStore, stop: AbortSignal): ReadonlySignal<Meeting | undefined> {
  let mine: { page: number | undefined; id: string } | undefined;
  const followed = signal<Meeting>();
  const dispose = effect(() => {
    const page = store.page.value;
    const shown = store.meeting.value;
    if (!mine && shown) mine = { page, id: shown.id };
    followed.value = mine?.page === page ? store.meetings.value.find(({ id }) => id === mine?.id) : undefined;
  });
  stop.addEventListener('abort', dispose, { once: true });
  return followed;
}
