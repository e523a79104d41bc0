import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { edgesOf, type PeopleSpan, peopleSpanOf } from './span';

/**
 * Tells which rows of a long list are to be drawn while its document is scrolled. Each row is an element of
 * the list with its id in `data-id`.
 */
export function useWindow(
  list: RefObject<HTMLElement | null>,
  ids: readonly string[],
): PeopleSpan & { heightOf(id: string): string | undefined; scrollTo(id: string): void } {
  const heights = useRef(new Map<string, number>());
  const [view, setView] = useState({ top: 0, height: window.innerHeight });
  const [, redraw] = useState(0);

  useEffect(() => {
    const measure = () => {
      const element = list.current;
      if (!element?.checkVisibility?.()) return;
      const top = -element.getBoundingClientRect().top;
      setView((before) =>
        before.top === top && before.height === window.innerHeight
          ? before
          : { top, height: window.innerHeight },
      );
    };
    measure();
    const stop = new AbortController();
    const options = { signal: stop.signal, passive: true };
    window.addEventListener('scroll', measure, options);
    window.addEventListener('resize', measure, options);
    return () => stop.abort();
  }, []);

  useLayoutEffect(() => {
    let isNew = false;
    for (const row of list.current?.children ?? []) {
      const id = row instanceof HTMLElement ? row.dataset.id : undefined;
      const { height } = row.getBoundingClientRect();
      // What is hidden has no height.
      if (id === undefined || height === 0 || heights.current.get(id) === height) continue;
      heights.current.set(id, height);
      isNew = true;
    }
    if (isNew) redraw((count) => count + 1);
  });

  return {
    ...peopleSpanOf(ids, heights.current, view),
    // A style needs its unit.
    heightOf: (id) => {
      const height = heights.current.get(id);
      return height === undefined ? undefined : `${height}px`;
    },
    scrollTo(id) {
      const at = ids.indexOf(id);
      const edge = edgesOf(ids, heights.current)[at];
      const element = list.current;
      if (!element || edge === undefined) return;
      const top = element.getBoundingClientRect().top + window.scrollY + edge;
      window.scrollTo({ top: Math.max(0, top - window.innerHeight / 2) });
    },
  };
}
