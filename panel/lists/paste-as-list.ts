import { STRINGS } from '../../strings/panel';
import { controlId } from '../request/field';
import type { PanelContext } from '../state/context';

/**
 * Takes several lines that are pasted into Destination, in `root`, for a list: a field of one line would run
 * them together, into an address that nobody meant.
 */
export function pasteAsList(root: HTMLElement, context: PanelContext): void {
  const onPaste = (event: ClipboardEvent) => {
    const { id }: Partial<Element> = Object(event.target);
    if (id !== controlId('destination')) return;
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (!areSeveral(pasted)) return;
    event.preventDefault();
    showAsList(pasted, context);
  };
  root.addEventListener('paste', onPaste, { signal: context.signal });
}

/**
 * Moves several lines into a list that were pasted into Destination before this was loaded, and have run
 * together there.
 */
export function moveToList(pasted: string, context: PanelContext): void {
  if (!areSeveral(pasted)) return;
  const { form } = context.store;
  const { destination } = form.typed.peek();
  const each = pasted.trim().split(/\s*[\r\n]+\s*/);
  const [first = '', last = ''] = [each[0], each.at(-1)];
  const start = destination.indexOf(first);
  const end = destination.lastIndexOf(last);
  // They were pasted somewhere else.
  if (start < 0 || end < start) return;
  form.edit('destination', destination.slice(0, start) + destination.slice(end + last.length));
  showAsList(pasted, context);
}

const areSeveral = (pasted: string): boolean => /\S\s*[\r\n]\s*\S/.test(pasted);

function showAsList(pasted: string, { lines, replacedLines, dialView, store }: PanelContext): void {
  replacedLines.value = lines.value;
  lines.value = pasted;
  dialView.value = 'many';
  store.announce(STRINGS.pastedAsList);
}
