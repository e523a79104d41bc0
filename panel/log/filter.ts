import type { TraceVerdict } from '../../protocol/trace';
import { type Direction, directionOf, type LogLine } from './entry';

/** Which entries are shown; '' stands for all. */
export type Filter = {
  /** Every word has to be somewhere in the entry, as it is shown. */
  text: string;
  name: string;
  direction: Direction | '';
  verdict: TraceVerdict | 'dropped' | '';
};

export const EVERYTHING: Filter = { text: '', name: '', direction: '', verdict: '' };

/** Reads a filter that was kept. */
export function readFilter(kept: unknown): Filter | undefined {
  const isWhole = Object.keys(EVERYTHING).every((part) => typeof Object(kept)[part] === 'string');
  return isWhole ? (kept as Filter) : undefined;
}

const isDropped = (verdict: TraceVerdict) =>
  verdict !== 'accepted' && verdict !== 'sent' && verdict !== 'asked';

/** Makes the test of a filter. `shownOf` is the payload as it is shown: what is masked is not found. */
export function matcherOf(
  { text, name, direction, verdict }: Filter,
  shownOf: (entry: LogLine) => string,
): (entry: LogLine) => boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return (entry) => {
    if (name && entry.name !== name) return false;
    if (direction && directionOf(entry) !== direction) return false;
    if (verdict && verdict !== entry.verdict && !(verdict === 'dropped' && isDropped(entry.verdict)))
      return false;
    if (words.length === 0) return true;
    const all =
      `${entry.name} ${entry.frame ?? ''} ${entry.origin} ${entry.verdict} ${shownOf(entry)}`.toLowerCase();
    return words.every((word) => all.includes(word));
  };
}
