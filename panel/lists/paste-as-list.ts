import { STRINGS } from '../../strings/panel';
import { filledLines } from '../request/detect/filled-lines';
import { controlId } from '../request/field';
import type { PanelContext } from '../state/context';
import { openInMany } from '../state/open-in-many';

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
 * together there. `pastes` is all that was pasted by then, in its order.
 */
export function moveToList(pastes: readonly string[], context: PanelContext): void {
  // What was pasted first may be gone from there, or have been pasted somewhere else.
  pastes.some((_, from) => isMoved(pastes.slice(from).join('\n'), context));
}

function isMoved(pasted: string, context: PanelContext): boolean {
  if (!areSeveral(pasted)) return false;
  const { form } = context.store;
  const { destination } = form.typed.peek();
  const found = findRunTogether(filledLines(pasted), destination);
  if (!found) return false;
  form.edit('destination', destination.slice(0, found.start) + destination.slice(found.end));
  showAsList(pasted, context);
  return true;
}

/** Finds lines in a text where a browser has put spaces, or nothing, in the place of their ends. */
function findRunTogether(lines: readonly string[], text: string): { start: number; end: number } | undefined {
  const [first = '', ...others] = lines.map((line) => line.trim());
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
    let end = start + first.length;
    const isHere = others.every((line) => {
      while (/[\s\u0085]/.test(text.charAt(end))) end += 1;
      const isNext = text.startsWith(line, end);
      end += line.length;
      return isNext;
    });
    if (isHere) return { start, end };
  }
  return undefined;
}

const areSeveral = (pasted: string): boolean => filledLines(pasted).length > 1;

function showAsList(pasted: string, context: PanelContext): void {
  openInMany(pasted, context);
  context.store.announce(STRINGS.pastedAsList);
}
