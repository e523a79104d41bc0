import { readManagedPolicy } from './managed';
import type { PanelStorage } from './storage/area';

/** Whether the page that says how to begin is to be shown after an installation. */
export const isFirstRunWanted = async (storage: Pick<PanelStorage, 'managed'>): Promise<boolean> =>
  !(await readManagedPolicy(storage)).locks.includes('welcome');

/**
 * Calls `close` once that page is not wanted after all: Chromium brings a policy seconds after the
 * installation.
 */
export function followFirstRun(
  storage: Pick<PanelStorage, 'managed'>,
  close: () => void,
  stop: AbortSignal,
): void {
  const follow = async () => {
    if (!(await isFirstRunWanted(storage))) close();
  };
  storage.managed.watch(() => void follow(), stop);
  void follow();
}
