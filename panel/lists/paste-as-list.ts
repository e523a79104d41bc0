import { STRINGS } from '../../strings/panel';
import { controlId } from '../request/field';
import type { PanelContext } from '../state/context';
import { LINE_END } from './line-end';

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
  // Browsers put spaces or nothing in the place of an end of a line.
  const found = new RegExp(linesOf(pasted).map(literally).join('\\s*')).exec(destination);
  // They were pasted somewhere else.
  if (!found) return;
  form.edit(
    'destination',
    destination.replace(found[0], () => ''),
  );
  showAsList(pasted, context);
}

const linesOf = (pasted: string): string[] => pasted.split(LINE_END).flatMap((line) => line.trim() || []);
const areSeveral = (pasted: string): boolean => linesOf(pasted).length > 1;
const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function showAsList(pasted: string, { lines, replacedLines, dialView, store }: PanelContext): void {
  replacedLines.value = lines.value;
  lines.value = pasted;
  dialView.value = 'many';
  store.announce(STRINGS.pastedAsList);
}
