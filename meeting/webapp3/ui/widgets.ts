import type { WidgetPayload } from '@pexip/plugin-api';
import { byId, element, onClick } from './dom';
import type { HostedFrame } from './frames';

/** A widget on screen. */
export interface Widget {
  root: HTMLElement;
  isVisible: () => boolean;
  setVisible: (visible: boolean) => void;
}

/** Puts a widget's frame on screen, in the side panel or floating; closed until somebody toggles it. */
export function showWidget(payload: WidgetPayload, frame: HostedFrame, onClose: () => void): Widget {
  const isFloating = payload.type === 'floating';
  const close = element('button', { type: 'button', 'aria-label': `Close ${payload.title}` }, '✕');
  onClick(close, onClose);
  const header = element('header', {}, element('h2', {}, payload.title), close);
  const root = element('section', { 'aria-label': payload.title, class: `widget-panel ${payload.type}` });
  root.append(header, frame.iframe);
  root.hidden = !(isFloating && payload.isVisible === true);
  if (isFloating) {
    root.dataset.position = payload.position ?? 'center';
    const { width, height } = payload.dimensions ?? {};
    if (typeof width === 'string') root.style.width = width;
    if (typeof height === 'string') root.style.height = height;
  }
  byId(isFloating ? 'floating' : 'widgets', HTMLElement).append(root);
  return {
    root,
    isVisible: () => !root.hidden,
    setVisible: (visible) => {
      root.hidden = !visible;
    },
  };
}
