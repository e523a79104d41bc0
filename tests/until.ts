import { vi } from 'vitest';
import { WAIT_MS } from './limits';

/** Waits until `look` no longer throws, and returns its result. */
export const until = <T>(look: () => T | Promise<T>): Promise<T> => vi.waitFor(look, { timeout: WAIT_MS });
