import { GUARD_STRINGS } from '../../strings/guard';
import type { PanelContext } from '../state/context';

/** Leads to the limit that held a call back. */
export function LimitLink({ context: { openOptions } }: { context: PanelContext }) {
  if (!openOptions) return null;
  return (
    <button type="button" class="plain" onClick={() => openOptions('limits')}>
      {GUARD_STRINGS.changeLimit}
    </button>
  );
}
