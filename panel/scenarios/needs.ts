import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Meeting } from '../../protocol/meeting';
import { type MeetingRef, meetingRefOf } from '../../protocol/panel-requests';
import { PREFIX } from '../../protocol/wire';
import { followPeople } from '../request/meeting/follow-people';
import type { PanelContext } from '../state/context';
import { followTrace } from '../state/follow-trace';
import type { PanelStore } from '../state/store';
import type { ScenarioNeeds } from './perform';
import { receivedIn } from './received';

/**
 * What a run needs until `stop` aborts: all of it about one meeting. Without one, that is the first that is
 * shown from now on.
 */
export function needsOf(context: PanelContext, into: Meeting | undefined, stop: AbortSignal): ScenarioNeeds {
  const { store, connection } = context;
  const meeting = followOne(store, into, stop);
  const about = (send: (target: MeetingRef) => void) => {
    const target = meeting.peek();
    if (target) send(meetingRefOf(target));
  };
  return {
    meeting,
    noAnswerAfterMs: store.noAnswerAfterMs,
    now: Date.now,
    setChat: (active) => about((target) => connection.send({ type: 'set-chat', ...target, active })),
    setBadge: (visible) => about((target) => connection.send({ type: 'set-badge', ...target, visible })),
    reload: () => about((target) => connection.send({ type: 'reload', ...target })),
    hangUp: (call) => about((target) => connection.send({ type: 'hang-up', ...target, call })),
    placeCall: async (request) => {
      const target = meeting.peek();
      return target && store.placeCall(request, meetingRefOf(target));
    },
    refusal: store.guard.refusal,
    reserve: store.guard.reserve,
    followPeople: () => followPeople(connection, meeting, signal(true), stop),
    act: (action) => about((target) => connection.send({ type: 'act', ...target, action })),
    refused: store.refused,
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
      about((target) =>
        connection.send({ type: 'send-raw', ...target, wire: { ...payload, action: PREFIX + message } }),
      ),
  };
}

/**
 * One meeting of one page, whatever the panel turns to: another page's meetings have the same ids, and a
 * scenario must not go on there.
 */
function followOne(
  store: PanelStore,
  into: Meeting | undefined,
  stop: AbortSignal,
): ReadonlySignal<Meeting | undefined> {
  let mine: { page: number | undefined; id: string } | undefined = into;
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
