import { effect } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { PanelEnvironment } from './context';
import { forgetKept, withMemory } from './remember';

/**
 * Keeps what is shown for the next panel, as `keptOf` reads it, until nothing is shown any more. `restore` is
 * called with what the panel before has left.
 */
export function useKept<T>(
  context: Pick<PanelEnvironment, 'loadMemory' | 'signal'>,
  name: string,
  shown: T | undefined,
  keptOf: (shown: T) => unknown,
  restore: (kept: unknown) => void,
): void {
  // At once: what stands below has its place from the beginning.
  useLayoutEffect(() => {
    void withMemory(context, (memory) => {
      restore(memory.get(name));
      return () => {};
    });
  }, []);
  const wasShown = useRef(false);
  useEffect(() => {
    if (wasShown.current && shown === undefined) forgetKept(context, name);
    wasShown.current = shown !== undefined;
    if (shown === undefined) return;
    const end = new AbortController();
    context.signal.addEventListener('abort', () => end.abort(), { signal: end.signal });
    void withMemory({ ...context, signal: end.signal }, (memory) =>
      effect(() => memory.keep(name, keptOf(shown))),
    );
    return () => end.abort();
  }, [shown]);
}
