import type { Unread } from '../../../protocol/meeting';

/** Ours, for chats that have nothing of their own: `{action: 'external-chat/unread', count}`. */
export function readGeneric(data: unknown): Unread | undefined {
  if (Reflect.get(Object(data), 'action') !== 'external-chat/unread') return undefined;
  const count: unknown = Reflect.get(Object(data), 'count');
  return Number.isSafeInteger(count) && Number(count) >= 0 ? Number(count) : undefined;
}
