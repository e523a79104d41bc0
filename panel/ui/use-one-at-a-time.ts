import { useRef } from 'preact/hooks';

/**
 * Runs one piece of work at a time: what is asked for meanwhile is not done. Two presses without a gap both
 * meet the same button, before anything is drawn anew.
 */
export function useOneAtATime(): (work: () => Promise<void>) => Promise<void> {
  const isBusy = useRef(false);
  return async (work) => {
    if (isBusy.current) return;
    isBusy.current = true;
    await work().finally(() => {
      isBusy.current = false;
    });
  };
}
