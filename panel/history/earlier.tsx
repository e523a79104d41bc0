import { useState } from 'preact/hooks';
import { HISTORY_STRINGS } from '../../strings/history';
import type { PanelContext } from '../state/context';
import { History } from './history';

/** The history, folded away below the calls. */
export function Earlier({ context }: { context: PanelContext }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="earlier" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{HISTORY_STRINGS.earlier}</summary>
      {isOpen && <History context={context} />}
    </details>
  );
}
