import { effect } from '@preact/signals';
import { parsePeerTrace, type Traced } from '../../protocol/trace';
import type { PanelContext } from './context';

/**
 * Calls `listener` with every message that is traced on the page beside the panel, whichever that is, until
 * `stop`: first with what was said before, then with the rest as it comes, and with none twice.
 */
export function followTrace(
  { store, connection }: Pick<PanelContext, 'store' | 'connection'>,
  listener: (page: number, entries: readonly Traced[]) => void,
  stop: AbortSignal,
): void {
  /** By page: how many of its entries have come. */
  const known = new Map<number, number>();
  connection.onTrace((told) => {
    const trace = parsePeerTrace(told);
    if (!trace) return;
    const { page, from, entries } = trace;
    const next = known.get(page) ?? 0;
    known.set(page, Math.max(next, from + entries.length));
    listener(page, entries.slice(Math.max(0, next - from)));
  }, stop);
  const follow = effect(() => {
    const page = store.page.value;
    if (page === undefined) return;
    // A panel that inspects already would not be told once more of what was said before.
    connection.send({ type: 'inspect', page, on: false });
    connection.send({ type: 'inspect', page, on: true });
  });
  stop.addEventListener('abort', follow, { once: true });
}
