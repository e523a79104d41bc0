import type { Unread } from '../../../protocol/meeting';
import { count, exactOptional, fields, flag, Mismatch, someText, text } from '../../../protocol/shape';

/** More rooms than this with something unread in them are not kept apart. */
const MAX_ROOMS = 1000;

const subscription = fields({
  rid: someText(256),
  unread: count,
  /** Something is new there that is not counted, such as what mentions nobody. */
  alert: exactOptional(flag),
  /** `nothing`: the user does not want to hear of what is not counted in this room. */
  unreadAlert: exactOptional(text(64)),
});

/**
 * Rocket.Chat says `{eventName: 'unread-changed-by-subscription', data: {rid, unread, alert, …}}` for every
 * room of the user's, each time one of them changes. The reader keeps what it heard of each, and gives the
 * sum.
 * @see https://developer.rocket.chat/docs/iframe-events
 */
export function createRoomsReader(): (data: unknown) => Unread | undefined {
  /** Only those with something unread. */
  const rooms = new Map<string, Unread>();
  return (data) => {
    if (Reflect.get(Object(data), 'eventName') !== 'unread-changed-by-subscription') return undefined;
    const room = subscription(Reflect.get(Object(data), 'data'));
    if (room instanceof Mismatch) return undefined;
    const unread = room.unread || (room.alert && room.unreadAlert !== 'nothing' ? 'some' : 0);
    if (unread === 0) rooms.delete(room.rid);
    else if (rooms.has(room.rid) || rooms.size < MAX_ROOMS) rooms.set(room.rid, unread);
    const all = [...rooms.values()];
    const counted = all.reduce<number>((sum, each) => sum + (each === 'some' ? 0 : each), 0);
    return counted || (all.length > 0 ? 'some' : 0);
  };
}
