/** Which rows of a long list are drawn; `first` is drawn and `end` is not. */
type Span = { first: number; end: number };

/** Rows that are drawn beyond either edge, so that a fast scroll shows no gap. */
const BEYOND = 6;

/** The rows that are in sight, and a few more. All measures are in pixels. */
export function spanOf(scrollTop: number, height: number, rowHeight: number, count: number): Span {
  const first = Math.floor(scrollTop / rowHeight) - BEYOND;
  const end = Math.ceil((scrollTop + height) / rowHeight) + BEYOND;
  return { first: Math.max(0, Math.min(first, count)), end: Math.max(0, Math.min(end, count)) };
}

/** Where to scroll so that a row is wholly in sight: nowhere, if it is. */
export function scrolledTo(row: number, scrollTop: number, height: number, rowHeight: number): number {
  const top = row * rowHeight;
  return Math.min(top, Math.max(scrollTop, top + rowHeight - height));
}

/** Whether the end of the list is in sight; then it is followed when something comes. */
export const isAtEnd = (scrollTop: number, height: number, rowHeight: number, count: number): boolean =>
  scrollTop + height >= (count - 1) * rowHeight;
