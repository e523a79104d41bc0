import type { PresetsStore } from '../../settings/presets/presets-store';
import { AT_PRESETS, type PanelContext } from '../state/context';
import { keyOf } from '../ui/key-of';

/**
 * Dials those of the first nine presets that are on screen with the keys 1 to 9, wherever nobody is typing,
 * until `stop` aborts. In a page, a key only goes to the preset's button: the page can ask for a digit at the
 * moment when the panel has the focus, and it takes Enter to dial. Escape leaves a field for them; in a page,
 * where the next one leaves the panel, only a field beside them.
 */
export function listenForPresetKeys(context: PanelContext, presets: PresetsStore, stop: AbortSignal): void {
  const { store, tab, dialView, isOnPage } = context;
  const onKeyDown = (event: KeyboardEvent) => {
    const { altKey, ctrlKey, metaKey, repeat } = event;
    const isBesideThem = tab.peek() === 'dial-out' && dialView.peek() === 'one';
    const isForThem = isBesideThem && presets.presets.peek().length > 0;
    if (keyOf(event) === 'Escape' && (isForThem || !isOnPage)) leaveField(event);
    const digit = digitOf(event);
    if (!digit || altKey || ctrlKey || metaKey || repeat || event.defaultPrevented) return;
    if (!isBesideThem) return;
    if (isTyping(event.target) || isAsking()) return;
    const preset = presets.presets.peek()[Number(digit) - 1];
    const button = document.querySelector<HTMLElement>(`:not([inert]) > * > [aria-keyshortcuts="${digit}"]`);
    // A search, or the list in which they are arranged, shows others, or none, with a number. Without a
    // meeting none can be pressed.
    if (!preset || !button) return;
    event.preventDefault();
    if (isOnPage) button.focus();
    else void store.dialRequest(preset.request, AT_PRESETS);
  };
  document.addEventListener('keydown', onKeyDown, { signal: stop });
}

/** Some keyboards, such as the French one, have the digits on the same keys behind Shift. */
function digitOf(event: KeyboardEvent): string | undefined {
  const key = keyOf(event);
  if (/^[1-9]$/.test(key)) return key;
  return key !== '' && !event.shiftKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined;
}

function leaveField(event: KeyboardEvent): void {
  // An open list, or a name that is being entered, goes first.
  if (event.defaultPrevented || !isTyping(event.target) || isAsking()) return;
  event.target.blur();
  // In the dock, Escape gives the keyboard back to the page: not from in here.
  event.stopPropagation();
}

const isAsking = () => document.querySelector('dialog[open]') !== null;

/** A list of choices takes digits as well: they jump to the choice that begins with them. */
const isTyping = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement &&
  target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]') !== null;
