import { requestScript, whenLoaded } from '../../browser/script-registry';
import type { Link } from '../../protocol/link';
import type { PeerContext } from '../peer-context';
import type { createTracer } from '../trace/tracer';

/**
 * Starts or stops reporting messages to a panel. The tracer script is loaded on first use.
 */
export function createInspection({
  trace,
  top,
  page,
}: Pick<PeerContext, 'trace' | 'top' | 'page'>): (panel: Link, on: boolean) => void {
  const waiting = new Map<Link, boolean>();
  return (panel, on) => {
    if (trace.tracer) return trace.tracer.inspect(panel, on);
    waiting.set(panel, on);
    whenLoaded('tracer', (create) => {
      trace.tracer ??= (create as typeof createTracer)(top, page, trace.kept);
      for (const [each, wants] of waiting) trace.tracer.inspect(each, wants);
      waiting.clear();
    });
    if (!trace.tracer) requestScript('tracer');
  };
}
