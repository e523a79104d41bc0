import { effect } from '@preact/signals';
import { parsePeerTrace, type Traced } from '../../protocol/trace';
import type { PanelContext } from './context';

/** Receives entries that are new. `from`: how many entries of the page were before the first of them. */
type TraceListener = (page: number, entries: readonly Traced[], from: number) => void;

/**
 * Calls `listener` with every message that is traced on the page beside the panel, whichever that is, until
 * `stop`: first with what was said before, then with the rest as it comes, and with none twice.
 */
export function followTrace(
  { store, connection }: Pick<PanelContext, 'store' | 'connection'>,
  listener: TraceListener,
  stop: AbortSignal,
): void {
  /** By page: how many of its entries have come. */
  const known = new Map<number, number>();
  connection.onTrace((told) => {
    const trace = parsePeerTrace(told);
    if (!trace) return;
    const { page, from, entries, isWhole = true } = trace;
    const before = known.get(page);
    // Another part of this panel follows already. What is due to this part begins with all that was said.
    if (before === undefined && !isWhole) return;
    const next = Math.max(before ?? 0, from);
    known.set(page, Math.max(next, from + entries.length));
    listener(page, entries.slice(next - from), next);
  }, stop);
  const follow = effect(() => {
    const page = store.page.value;
    if (page !== undefined) connection.send({ type: 'inspect', page, on: true });
  });
  stop.addEventListener('abort', follow, { once: true });
}
