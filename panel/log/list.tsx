import type { TargetedEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LOG_STRINGS } from '../../strings/log';
import { keyOf } from '../ui/key-of';
import { directionOf, type LogLine } from './entry';
import { clockTime, timeTaken, wayOf } from './format-entry';
import { isAtEnd, scrolledTo, spanOf } from './virtual';

/** Of one row, in pixels; log.css says the same. */
const ROW = 44;
const PAGE = 8;
/** Until the list has been measured. */
const USUAL_HEIGHT = 320;

type ListProps = { entries: readonly LogLine[]; openId: string | undefined; onOpen: (id: string) => void };

/**
 * The messages, oldest first. Only the rows in sight are in the document. The end is followed while it is in
 * sight and no row is chosen; arrow keys choose, Enter opens.
 */
export function LogList({ entries, openId, onOpen }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [chosenId, setChosenId] = useState<string>();
  const [viewport, setViewport] = useState({ top: 0, height: USUAL_HEIGHT });
  const follows = useRef(true);
  const lastTop = useRef(0);
  const count = entries.length;

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    if (follows.current) element.scrollTop = count * ROW;
    lastTop.current = element.scrollTop;
    setViewport({ top: element.scrollTop, height: element.clientHeight || USUAL_HEIGHT });
  }, [count, entries]);

  const onScroll = ({ currentTarget: { scrollTop, clientHeight } }: TargetedEvent<HTMLDivElement>) => {
    // More rows may have come since what this event tells of: only a way up means that somebody looks
    // elsewhere.
    const isUpwards = scrollTop < lastTop.current;
    follows.current = isAtEnd(scrollTop, clientHeight, ROW, count) || (follows.current && !isUpwards);
    lastTop.current = scrollTop;
    setViewport({ top: scrollTop, height: clientHeight || USUAL_HEIGHT });
  };

  const choose = (index: number) => {
    const next = Math.max(0, Math.min(count - 1, index));
    setChosenId(entries[next]?.id);
    const element = list.current;
    if (!element) return;
    element.scrollTop = scrolledTo(next, element.scrollTop, viewport.height, ROW);
    follows.current = next === count - 1;
  };

  const onKeyDown = (event: TargetedEvent<HTMLDivElement, KeyboardEvent>) => {
    const at = entries.findIndex(({ id }) => id === chosenId);
    const from = at < 0 ? count : at;
    const to: Record<string, number> = {
      ArrowUp: from - 1,
      ArrowDown: at < 0 ? count - 1 : at + 1,
      PageUp: from - PAGE,
      PageDown: from + PAGE,
      Home: 0,
      End: count - 1,
    };
    const key = keyOf(event);
    const next = to[key];
    if (next !== undefined) choose(next);
    else if ((key === 'Enter' || key === ' ') && chosenId !== undefined) onOpen(chosenId);
    else return;
    event.preventDefault();
  };

  const { first, end } = spanOf(viewport.top, viewport.height, ROW, count);
  const isDrawn = entries.slice(first, end).some(({ id }) => id === chosenId);
  return (
    <div
      ref={list}
      class="log-list"
      role="listbox"
      tabIndex={0}
      aria-label={LOG_STRINGS.messages}
      aria-activedescendant={isDrawn ? `log-row-${chosenId}` : undefined}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <div class="log-rows" role="presentation" style={{ height: `${count * ROW}px` }}>
        {entries.slice(first, end).map((entry, index) => (
          <Row
            key={entry.id}
            entry={entry}
            top={(first + index) * ROW}
            position={first + index + 1}
            count={count}
            isChosen={entry.id === chosenId}
            isOpen={entry.id === openId}
            onPress={() => {
              choose(first + index);
              onOpen(entry.id);
            }}
          />
        ))}
      </div>
    </div>
  );
}

type RowProps = {
  entry: LogLine;
  top: number;
  position: number;
  count: number;
  isChosen: boolean;
  isOpen: boolean;
  onPress: () => void;
};

const ARROWS = { in: '→', out: '←', asked: '•' };

function Row({ entry, top, position, count, isChosen, isOpen, onPress }: RowProps) {
  const { id, name, verdict, at, roundTrip } = entry;
  const direction = directionOf(entry);
  return (
    // The list has the focus and the keys: a row is only pressed.
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant names the chosen one
    <div
      id={`log-row-${id}`}
      class={`log-row log-${verdict}${isOpen ? ' open' : ''}`}
      role="option"
      aria-selected={isChosen}
      aria-setsize={count}
      aria-posinset={position}
      style={{ top: `${top}px` }}
      onClick={onPress}
      onKeyDown={undefined}
    >
      <span class="log-first">
        <span class="log-arrow" aria-hidden="true">
          {ARROWS[direction]}
        </span>
        <span class="unseen">{LOG_STRINGS.directions[direction]}</span>{' '}
        <b dir={name ? 'ltr' : undefined}>{name || LOG_STRINGS.unnamed}</b>{' '}
        {roundTrip !== undefined && <span class="log-took">{timeTaken(roundTrip)}</span>}{' '}
        <time dateTime={new Date(at).toISOString()}>{clockTime(at)}</time>
      </span>{' '}
      <span class="log-second">
        <span class="log-verdict">{LOG_STRINGS.verdicts[verdict]}</span>{' '}
        {direction === 'asked' ? '' : wayOf(entry)} <bdi>{entry.origin}</bdi>
      </span>
    </div>
  );
}
