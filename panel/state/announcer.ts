import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Call } from '../../protocol/meeting';
import { STRINGS } from '../../strings/panel';
import { viewCall } from './call-view';

/** What the live region says. A new `id` each time, since the same words twice are two events. */
export type Spoken = { id: number; lines: readonly string[] };

type Announcer = { spoken: ReadonlySignal<Spoken>; announce(line: string): void };

/**
 * Follows the calls and says each change of state once. Calls that are met in some state (the panel was
 * just opened, or stands beside another tab now) are not news, except those that this panel has just placed.
 */
export function createAnnouncer(
  calls: ReadonlySignal<readonly Call[] | undefined>,
  clock: ReadonlySignal<number>,
  isOwn: (call: Call) => boolean,
  noAnswerAfterMs: ReadonlySignal<number>,
  stop: AbortSignal,
): Announcer {
  const spoken = signal<Spoken>({ id: 0, lines: [] });
  let known = new Map<string, string>();

  const announceAll = (lines: readonly string[]) => {
    if (lines.length > 0) spoken.value = { id: spoken.peek().id + 1, lines };
  };

  const dispose = effect(() => {
    // Without a peer nothing is known of the calls: what was known is kept for its return.
    if (!calls.value) return;
    const now = clock.value;
    const labels = new Map<string, string>();
    const news: string[] = [];
    for (const call of calls.value) {
      const view = viewCall(call, now, noAnswerAfterMs.value);
      const label = call.hangUp?.error === undefined ? view.label : STRINGS.notHungUp(call.hangUp.error);
      labels.set(call.id, label);
      const isNews = known.has(call.id) ? known.get(call.id) !== label : isOwn(call);
      if (isNews) news.push(STRINGS.spokenCall({ destination: call.request.destination, state: label }));
    }
    known = labels;
    announceAll(news);
  });
  stop.addEventListener('abort', dispose, { once: true });

  return { spoken, announce: (line) => announceAll([line]) };
}
