import type { Unread } from '../../../protocol/meeting';

/**
 * Rocket.Chat in an iframe says `{eventName: 'unread-changed', data}` for all rooms together: a number,
 * `'999+'`, `'•'` for messages that it does not count, `''` for none.
 * @see https://developer.rocket.chat/docs/iframe-events
 */
export function readRocketChat(data: unknown): Unread | undefined {
  if (Reflect.get(Object(data), 'eventName') !== 'unread-changed') return undefined;
  const unread: unknown = Reflect.get(Object(data), 'data');
  if (unread === '' || unread === 0 || unread === '0') return 0;
  if (unread === '999+') return 1000;
  const count = Number(unread);
  return Number.isSafeInteger(count) && count > 0 ? count : 'some';
}
