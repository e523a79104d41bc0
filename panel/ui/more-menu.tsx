import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

type Props = { label: string; children: () => ComponentChildren };

/** What is seldom needed, behind one quiet button. `children` draws it once it is open. */
export function MoreMenu({ label, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="more-menu" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary aria-label={label}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 8h.01M8 8h.01M13 8h.01" />
        </svg>
      </summary>
      {isOpen && children()}
    </details>
  );
}
