import { NO_POLICY, type Policy } from './policy';
import type { PanelStorage } from './storage/area';

/**
 * What an administrator has decided. Most browsers have none: the code that reads one is loaded where there
 * is.
 */
export async function readManagedPolicy(storage: Pick<PanelStorage, 'managed'>): Promise<Policy> {
  const managed = await storage.managed.read();
  if (Object.keys(managed).length === 0) return NO_POLICY;
  try {
    const { readPolicy } = await import('./read-policy');
    return readPolicy(managed);
  } catch (error) {
    // An unreadable allow-list must block every call, not allow every call.
    return { ...NO_POLICY, allow: [], allows: () => false, problems: [String(error)] };
  }
}
