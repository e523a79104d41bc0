/**
 * Plugins get copies of what they share: what one does to its list, its details or an action reaches nobody
 * else.
 */
export const copyOfEach = <T extends object>(list: readonly T[]): T[] => list.map((each) => ({ ...each }));

/** A copy of an action. A payload of another plugin's own class stays what it is. */
export function copyOfAction<A extends { payload?: unknown }>(action: A): A {
  const { payload } = action;
  const isPlain =
    typeof payload === 'object' && payload !== null && Object.getPrototypeOf(payload) === Object.prototype;
  return isPlain ? { ...action, payload: { ...payload } } : { ...action };
}
