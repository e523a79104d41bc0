import { STRINGS } from '../../strings/panel';
import { controlId } from '../request/field';
import type { PanelContext } from '../state/context';

/**
 * Takes several lines that are pasted into Destination, in `root`, for a list: a field of one line would run
 * them together, into an address that nobody meant.
 */
export function pasteAsList(root: HTMLElement, context: PanelContext): void {
  const { lines, replacedLines, dialView, store, signal } = context;
  const onPaste = (event: ClipboardEvent) => {
    const { id }: Partial<Element> = Object(event.target);
    if (id !== controlId('destination')) return;
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (!/\S\s*[\r\n]\s*\S/.test(pasted)) return;
    event.preventDefault();
    replacedLines.value = lines.value;
    lines.value = pasted;
    dialView.value = 'many';
    store.announce(STRINGS.pastedAsList);
  };
  root.addEventListener('paste', onPaste, { signal });
}
