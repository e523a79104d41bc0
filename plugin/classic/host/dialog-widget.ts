import type { Plugin } from '@pexip/plugin-api';
import { WIDGET_TITLE } from '../ids';

/** The widget in which dialogs appear. */
export interface DialogWidget {
  show(): void;
  hide(): void;
  remove(): Promise<void>;
}

/**
 * Adds the floating widget that holds the runtime, hidden until a dialog opens. Web App 3 has one call for
 * both directions, so what is on screen is followed here, and calls are made one after the other.
 *
 * @param onClosed the user has closed the widget by its own button
 * @throws UIError if Web App 3 refuses it
 */
export async function addDialogWidget(
  ui: Plugin['ui'],
  src: string,
  onClosed: () => void,
): Promise<DialogWidget> {
  const widget = await ui.addWidget({
    type: 'floating',
    title: WIDGET_TITLE,
    src,
    position: 'center',
    draggable: true,
    isVisible: false,
    dimensions: { width: '420px', height: '360px' },
  });
  let wanted = false;
  let visible = false;
  let isMoving = false;

  widget.onToggle.add(({ isVisible, isRequest, trigger }) => {
    if (isRequest) return;
    visible = isVisible;
    if (isVisible || trigger === 'self') return;
    wanted = false;
    onClosed();
  });

  async function move(): Promise<void> {
    if (isMoving) return;
    isMoving = true;
    while (visible !== wanted) {
      const next = wanted;
      try {
        await widget.toggle();
      } catch (error) {
        console.error('classic-plugins: Web App 3 did not show or hide the dialog', error);
        break;
      }
      visible = next;
    }
    isMoving = false;
  }

  return {
    show() {
      wanted = true;
      void move();
    },
    hide() {
      wanted = false;
      void move();
    },
    remove: async () => widget.remove(),
  };
}
