import { type Signal, signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { PanelHost } from './context';
import { remember } from './remember';

/** A state of a component that outlives its panel: see `remember`. */
export const useRemembered = <T>(
  host: Pick<PanelHost, 'loadMemory' | 'signal'>,
  name: string,
  first: T,
  read: (kept: unknown) => T | undefined,
): Signal<T> =>
  useMemo(() => {
    const state = signal(first);
    remember(host, name, state, read);
    return state;
  }, []);
