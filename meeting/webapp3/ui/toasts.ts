import type { NotificationToastMessage } from '@pexip/plugin-api';
import { element, onClick } from './dom';

const DEFAULT_MS = 5_000;

/** Shows a plugin's toast; a time-out of 0 keeps it until somebody dismisses it. */
export function showToast(container: HTMLElement, toast: NotificationToastMessage): void {
  const close = element('button', { type: 'button', 'aria-label': 'Dismiss' }, '✕');
  const shown = element('div', { class: toast.isDanger ? 'toast danger' : 'toast' }, toast.message, close);
  onClick(close, () => shown.remove());
  // One that interrupts takes the place of the one on screen.
  if (toast.isInterrupt) container.replaceChildren(shown);
  else container.append(shown);
  const timeout = toast.timeout ?? DEFAULT_MS;
  if (timeout > 0) window.setTimeout(() => shown.remove(), timeout);
}
