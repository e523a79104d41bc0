import { render } from 'preact';
import { DOCK_STRINGS } from '../../strings/dock';
import { TYPED_PIN_STRINGS } from '../../strings/typed-pin';

/** Shows, at the end of this document, that the page can read a typed PIN, and where it cannot. */
export async function showTypedPin(isSidePanelPossible: () => Promise<boolean>): Promise<void> {
  const root = document.createElement('div');
  document.body.append(root);
  const isPossible = await isSidePanelPossible();
  const close = () => {
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
}
