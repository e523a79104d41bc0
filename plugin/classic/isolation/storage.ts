import type { Isolated } from './isolated';

/** What the keys of this host begin with. */
const OWN_KEYS = 'classic-plugins:';

/**
 * Keeps what this host has stored when a plugin clears the storage that it shares: what the user has chosen,
 * and which plugins are stopped.
 */
export function guardStorage({ view }: Isolated): void {
  const { clear, getItem, setItem } = view.Storage.prototype;
  Reflect.set(view.Storage.prototype, 'clear', function (this: Storage) {
    const own = Array.from({ length: this.length }, (_, place) => this.key(place) ?? '')
      .filter((name) => name.startsWith(OWN_KEYS))
      .map((name): [string, string] => [name, Reflect.apply(getItem, this, [name]) ?? '']);
    Reflect.apply(clear, this, []);
    for (const entry of own) Reflect.apply(setItem, this, entry);
  });
}
