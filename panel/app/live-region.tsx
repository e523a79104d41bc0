import type { PanelStore } from '../state/store';

/** Speaks what happened, politely. Seen by nobody: the same stands in the list and beside the buttons. */
export function LiveRegion({ store }: { store: PanelStore }) {
  const { id, lines } = store.spoken.value;
  return (
    <div class="unseen" aria-live="polite">
      {lines.map((line, index) => (
        // New elements each time, or screen readers would see no change and not read the same words again.
        <p key={`${id}-${index}`}>{line}</p>
      ))}
    </div>
  );
}
