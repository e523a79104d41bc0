/** Which rows of a list are drawn, and how high the others are together, in pixels. */
export type PeopleSpan = { first: number; end: number; before: number; after: number };

/** Rows that are drawn beyond either edge, so that neither a fast scroll nor the Tab key meets a gap. */
const BEYOND = 8;

/** Shorter lists are drawn whole: they cost nothing, and a search of the browser finds everybody. */
export const WHOLE = 60;

/** Of a row that was never drawn. */
export const USUAL_ROW = 63;

/**
 * The rows that are in sight, and a few more. `top` is how far the list is scrolled beyond the upper edge of
 * what is seen, and `height` how much is seen.
 */
export function peopleSpanOf(
  ids: readonly string[],
  heights: ReadonlyMap<string, number>,
  { top, height }: { top: number; height: number },
): PeopleSpan {
  const count = ids.length;
  if (count <= WHOLE) return { first: 0, end: count, before: 0, after: 0 };
  const edges = edgesOf(ids, heights);
  const rowAt = (at: number) => {
    const found = edges.findIndex((edge) => edge > at);
    return found < 0 ? count : Math.max(0, found - 1);
  };
  const first = Math.max(0, rowAt(top) - BEYOND);
  const end = Math.min(count, rowAt(top + height) + 1 + BEYOND);
  const total = edges[count] ?? 0;
  return { first, end, before: edges[first] ?? 0, after: total - (edges[end] ?? total) };
}

/** Where each row begins, and behind them where the last one ends. */
export function edgesOf(ids: readonly string[], heights: ReadonlyMap<string, number>): number[] {
  let at = 0;
  const edges = [0];
  for (const id of ids) {
    at += heights.get(id) ?? USUAL_ROW;
    edges.push(at);
  }
  return edges;
}
