import type { PanelStore } from '../state/store';

/** Tells screen readers what happened. It isn’t visible: the list and the buttons show the same. */
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
