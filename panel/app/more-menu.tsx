import { useState } from 'preact/hooks';
import { STRINGS } from '../../strings/panel';
import type { PanelContext } from '../state/context';
import { lazy } from '../ui/lazy';

const MoreItems = lazy(() => import('./more-items').then((module) => module.MoreItems));

/** What is seldom needed, behind one quiet button of the header. */
export function MoreMenu({ context }: { context: PanelContext }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="more-menu" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary aria-label={STRINGS.more}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 8h.01M8 8h.01M13 8h.01" />
        </svg>
      </summary>
      {isOpen && <MoreItems context={context} />}
    </details>
  );
}
