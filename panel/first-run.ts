import { readManagedPolicy } from './settings/managed';
import type { PanelStorage } from './storage/area';

/** Whether the page that says how to begin is to be shown after an installation. */
export const isFirstRunWanted = async (storage: Pick<PanelStorage, 'managed'>): Promise<boolean> =>
  !(await readManagedPolicy(storage)).locks.includes('welcome');
