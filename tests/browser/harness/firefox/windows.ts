import type { Marionette } from './marionette';

/**
 * The windows of Firefox. Marionette acts in one at a time: in the first, but for tabs that are in another.
 */
export class Windows {
  readonly #others = new Map<number, string>();
  #first: string | undefined;
  #current: string | undefined;

  constructor(private readonly marionette: Marionette) {}

  /** Looks for a tab in one window after the other; stays in the window where there is one. */
  async find(look: () => Promise<number | null>): Promise<number | null> {
    const first = await this.#handleOfFirst();
    await this.#switchTo(first);
    const here = await look();
    if (here !== null) return here;
    const handles = (await this.marionette.send('WebDriver:GetWindowHandles')) as string[];
    for (const handle of handles) {
      if (handle === first) continue;
      await this.#switchTo(handle);
      const found = await look();
      if (found === null) continue;
      this.#others.set(found, handle);
      return found;
    }
    await this.#switchTo(first);
    return null;
  }

  /** Goes to the window of a tab, or of a sidebar. */
  async enter(browserId: number): Promise<void> {
    const other = this.#others.get(browserId);
    if (other ?? this.#current) await this.#switchTo(other ?? (await this.#handleOfFirst()));
  }

  /** Goes back to the first window: the other one may be closed. */
  async leave(): Promise<void> {
    if (this.#current) await this.#switchTo(await this.#handleOfFirst());
  }

  async #handleOfFirst(): Promise<string> {
    if (this.#first === undefined) {
      const { value } = (await this.marionette.send('WebDriver:GetWindowHandle')) as { value: string };
      this.#first = this.#current = value;
    }
    return this.#first;
  }

  async #switchTo(handle: string): Promise<void> {
    if (handle === this.#current) return;
    await this.marionette.send('WebDriver:SwitchToWindow', { handle, focus: true });
    this.#current = handle;
  }
}
