import type { Unread } from '../protocol/meeting';

/** What a change of what stands on a tab's icon is a reason to tell. */
export type Alert = { kind: 'unread'; unread: Unread } | { kind: 'people' } | undefined;

/** Judges such a change. Only what grows is news. */
export function alertOf(before: string, now: string): Alert {
  if (before === now) return undefined;
  if (now === '!') return { kind: 'people' };
  const unread = unreadIn(now);
  if (unread === undefined) return undefined;
  if (unread === 'some') return unreadIn(before) === undefined ? { kind: 'unread', unread } : undefined;
  const was = unreadIn(before);
  return typeof was === 'number' && was >= unread ? undefined : { kind: 'unread', unread };
}

/** What is no longer so when this stands on the icon. While people want something, it tells of them alone. */
export function settledBy(now: string): readonly ('unread' | 'people')[] {
  if (now === '!') return [];
  return unreadIn(now) === undefined ? ['unread', 'people'] : ['people'];
}

/** How much a text on the icon says is unread; `undefined` for one that says nothing of it. */
function unreadIn(text: string): Unread | undefined {
  if (text === '•') return 'some';
  const count = Number.parseInt(text, 10);
  return Number.isNaN(count) ? undefined : count;
}
