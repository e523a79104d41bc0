import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * Tells whether a text is longer than the lines that it is given. Once it is, it stays so until the text or
 * the width around it changes: what is beside it then takes other room than what was there before.
 */
export function useCut(line: RefObject<HTMLElement | null>, text: string): boolean {
  const [cut, setCut] = useState<string>();
  useLayoutEffect(() => {
    const { current } = line;
    const around = current?.parentElement;
    if (!current || !around) return;
    let width: number | undefined;
    const measure = () => {
      if (around.clientWidth === width) return;
      width = around.clientWidth;
      setCut(current.scrollHeight > current.clientHeight + 1 ? text : undefined);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(around);
    return () => observer.disconnect();
  }, [text]);
  return cut === text;
}
