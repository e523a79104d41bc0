/** Characters of one text, and of all texts and names together: what is longer is cut. */
const MAX_TEXT = 500;
const MAX_LENGTH = 4_000;
/** What a value costs that isn’t text. */
const COST = 8;

/**
 * Anything that can be cloned, as JSON text of a bounded length. It is text of its own: parts of it keep
 * nothing of what it was made from alive. What JSON does not know is written as its name; what is too much is
 * left out.
 */
export function cutJson(data: unknown): string {
  let room = MAX_LENGTH;
  const cut = (key: string, value: unknown): unknown => {
    room -= key.length + COST;
    if (room < 0) return undefined;
    if (typeof value === 'bigint') return String(value);
    if (typeof value !== 'string') return value;
    const kept = value.slice(0, Math.min(MAX_TEXT, room));
    room -= kept.length;
    return kept.length < value.length ? `${kept}…` : kept;
  };
  try {
    return JSON.stringify(data, cut) ?? '';
  } catch {
    // It contains itself, or is deeper than the stack.
    return '"…"';
  }
}
