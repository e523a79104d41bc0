import type { Plugin } from '@pexip/plugin-api';
import { WIDGET_TITLE } from '../ids';
import { followVisibility } from './visibility';

/** The widget in which dialogs appear. */
interface DialogWidget {
  /** @param opened how many dialogs have been opened up to now */
  show(opened: number): void;
  hide(): void;
  remove(): Promise<void>;
}

/**
 * Adds the floating widget that holds the runtime, hidden until a dialog opens.
 *
 * @param onClosed the user has closed the widget by its own button; it is given how many dialogs had been
 *   opened by then, as far as this side knew
 * @throws UIError if Web App 3 refuses it
 */
export async function addDialogWidget(
  ui: Plugin['ui'],
  src: string,
  onClosed: (opened: number) => void,
): Promise<DialogWidget> {
  const widget = await ui.addWidget({
    type: 'floating',
    title: WIDGET_TITLE,
    src,
    position: 'center',
    draggable: true,
    isVisible: false,
    dimensions: { width: '420px', height: '360px' },
    // Only asked for, a close never crosses a toggle of ours. Web App 3 before this option closes by itself.
    avoidAutoToggle: { headerCloseButton: true },
  });
  let opened = 0;
  const visibility = followVisibility(async () => widget.toggle());

  widget.onToggle.add(({ isVisible, isRequest, trigger }) => {
    if (trigger === 'self') {
      if (!isRequest) visibility.reported(isVisible);
      return;
    }
    if (isVisible && !isRequest) return;
    if (!isRequest) visibility.closed();
    visibility.want(false);
    onClosed(opened);
  });

  return {
    show(now) {
      opened = now;
      visibility.want(true);
    },
    hide: () => visibility.want(false),
    async remove() {
      visibility.end();
      await widget.remove();
    },
  };
}
