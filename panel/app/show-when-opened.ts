import { effect } from '@preact/signals';
import type { TabName } from '../../settings/tabs';
import type { PanelContext } from '../state/context';

/**
 * A button of the meeting, or whatever else turns its view on, brings the view to the front; but not from
 * under somebody who is typing here, whose words would go nowhere, or who watches what the button or a test
 * says.
 */
export function showWhenOpened(
  { store, tab, signal, isOnPage }: PanelContext,
  flag: 'chat' | 'participants',
  name: TabName,
): void {
  let known: string | undefined;
  // The dock comes because a button was pressed.
  let isNew = isOnPage;
  const dispose = effect(() => {
    const meeting = store.meeting.value;
    const key = meeting && `${store.page.value} ${meeting.id}`;
    const isBusy = isTyping() || tab.peek() === 'testing';
    if (meeting?.[flag] && (isNew || known === key) && !isBusy) tab.value = name;
    // Views that were on before the panel opened must not replace the one that it opened with.
    known = meeting?.[flag] ? undefined : key;
    isNew &&= !meeting;
  });
  signal.addEventListener('abort', dispose, { once: true });
}

/**
 * Whether somebody has begun to write in a field of this document and is still there. A text that is selected
 * as a whole, as Destination is after a call, waits for somebody to begin.
 */
export function isTyping(): boolean {
  const field = document.hasFocus() ? document.activeElement : null;
  const isInput = field instanceof HTMLInputElement && field.type === 'text';
  if (!isInput && !(field instanceof HTMLTextAreaElement)) return false;
  return field.value.length > Number(field.selectionEnd) - Number(field.selectionStart);
}
