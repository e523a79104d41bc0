import type { Shape } from '../../protocol/shape';

/** A value in a store: how it is called, what it must look like, and how older ones become it. */
export type Item<T> = {
  key: string;
  version: number;
  shape: Shape<T>;
  fallback: T;
  /**
   * By the version that they start from; each makes the next one. 0 is what was stored bare, before there
   * were versions.
   */
  migrations: Readonly<Record<number, (old: unknown) => unknown>>;
};

/** What was found damaged, kept under a key of its own until a person decides. */
export type Quarantined = { key: string; of: string; why: string; raw: unknown };

export const MARK = '.set-aside';

/** Everything among these items that was quarantined and not yet dealt with. */
export const quarantinedIn = (items: Readonly<Record<string, unknown>>): Quarantined[] =>
  Object.entries(items).flatMap(([key, value]) => {
    if (!key.includes(MARK) || typeof value !== 'object' || value === null) return [];
    const [of, why] = [Reflect.get(value, 'of'), Reflect.get(value, 'why')];
    return [{ key, of: String(of), why: String(why), raw: Reflect.get(value, 'raw') as unknown }];
  });
