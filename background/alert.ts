import type { Unread } from '../protocol/meeting';

/** A reason for a notification: how a tab's icon has changed. */
export type Alert = { kind: 'unread'; unread: Unread } | { kind: 'people' };

/** Returns the notifications that a change of an icon's text causes. Only a count that grows causes one. */
export function alertsOf(before: string, now: string): Alert[] {
  const unread = unreadIn(now);
  return [
    ...(isAsked(now) && !isAsked(before) ? [{ kind: 'people' } as const] : []),
    ...(unread !== undefined && hasGrown(unreadIn(before), unread)
      ? [{ kind: 'unread', unread } as const]
      : []),
  ];
}

/** What is no longer so when this stands on the icon. */
export function settledBy(now: string): readonly Alert['kind'][] {
  return [
    ...(unreadIn(now) === undefined ? (['unread'] as const) : []),
    ...(isAsked(now) ? [] : (['people'] as const)),
  ];
}

const isAsked = (text: string): boolean => text.startsWith('!');

/** From a number to *some*, nobody knows which is more. */
const hasGrown = (before: Unread | undefined, now: Unread): boolean =>
  now === 'some' ? before === undefined : typeof before !== 'number' || before < now;

/** How much a text on the icon says is unread; `undefined` for one that says nothing of it. */
function unreadIn(text: string): Unread | undefined {
  const label = text.replace('!', '');
  if (label === '•') return 'some';
  const count = Number.parseInt(label, 10);
  return Number.isNaN(count) ? undefined : count;
}
