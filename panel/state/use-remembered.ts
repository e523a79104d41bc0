import { type Signal, signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { PanelEnvironment } from './context';
import { remember } from './remember';

/** A state of a component that outlives its panel: see `remember`. */
export const useRemembered = <T>(
  context: Pick<PanelEnvironment, 'loadMemory' | 'signal'>,
  name: string,
  first: T,
  read: (kept: unknown) => T | undefined,
): Signal<T> =>
  useMemo(() => {
    const state = signal(first);
    void remember(context, name, state, read);
    return state;
  }, []);
