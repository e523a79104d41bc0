import type { HostedFrame } from '../ui/frames';

interface Owned {
  owner: HostedFrame;
  remove: () => void;
}

/** What plugins have put on screen, by the ids that they were told. */
export class PluginElements {
  readonly #byId = new Map<string, Owned>();

  /** Keeps an element; returns its id. */
  add(owner: HostedFrame, remove: () => void): string {
    const id = crypto.randomUUID();
    this.#byId.set(id, { owner, remove });
    return id;
  }

  /** Whether this plugin, not another one, has put it there. */
  isOf(owner: HostedFrame, id: string): boolean {
    return this.#byId.get(id)?.owner === owner;
  }

  /** Removes an element of this plugin; `false` when it has none of that id. */
  remove(owner: HostedFrame, id: string): boolean {
    const found = this.#byId.get(id);
    if (found?.owner !== owner) return false;
    this.#byId.delete(id);
    found.remove();
    return true;
  }

  /** Removes everything of a plugin. */
  removeAllOf(owner: HostedFrame): void {
    for (const [id, element] of this.#byId) if (element.owner === owner) this.remove(owner, id);
  }
}
