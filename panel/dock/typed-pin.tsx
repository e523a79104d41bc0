import { render } from 'preact';
import { DOCK_STRINGS } from '../../strings/dock';
import { TYPED_PIN_STRINGS } from '../../strings/typed-pin';
import { standAboveSummary } from '../ui/above-summary';

/** Shows, at the end of this document, that the page can read a typed PIN, and where it cannot. */
export async function showTypedPin(isSidePanelPossible: () => Promise<boolean>): Promise<void> {
  const root = document.createElement('div');
  document.body.append(root);
  const isPossible = await isSidePanelPossible();
  const room = new ResizeObserver(([entry]) => keepRoom(entry?.target));
  const close = () => {
    room.disconnect();
    keepRoom(undefined);
    render(null, root);
    root.remove();
  };
  render(
    <div class="dock-typed-pin" role="status">
      <p>{TYPED_PIN_STRINGS.risk}</p>
      {isPossible && <p>{TYPED_PIN_STRINGS.offer}</p>}
      <button type="button" class="small" onClick={close}>
        {DOCK_STRINGS.closeNote}
      </button>
    </div>,
    root,
  );
  if (root.firstElementChild) room.observe(root.firstElementChild);
}

/** The space above and below the note, in CSS pixels. */
const AROUND = 16;

/** Keeps as `--typed-pin` what the note takes of the lower edge: dock.css keeps the rest off it. */
function keepRoom(note: Element | undefined): void {
  const height = note?.getBoundingClientRect().height ?? 0;
  // Where the chat is shown, the note isn't.
  document.documentElement.style.setProperty('--typed-pin', `${height && height + AROUND}px`);
  standAboveSummary();
}
