import { writeFile } from 'node:fs/promises';
import { AccessibleSurface, BESIDE_PX } from '../accessible/accessible-surface';
import { eventually } from '../eventually';
import type { ClickPoint } from '../snapshot';
import { atPath, type Found, focusContext, snapshot } from './chrome-documents';
import { selectTab } from './chrome-tabs';
import { openPopups } from './chrome-toolbar';
import type { Input } from './input';

/** The browser around a surface. */
interface Firefox {
  readonly input: Input;
  /** As in the manifest; undefined when the browser was started bare. */
  readonly extensionId: string | undefined;
  /** Acts from now on in the window of this tab or sidebar; in the first one without any. */
  enterWindowOf(browserId?: number): Promise<void>;
  /** Runs a function in the browser's own window. */
  inChrome<A extends unknown[], R>(fn: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
}

/** Where a document is: in which tab or sidebar, and down which frames. */
interface Path {
  /** Stays the same when a navigation replaces the browsing context. */
  browserId: number;
  selectors: string[];
}

/**
 * Where a document is on the screen, which a nested one has in common with Firefox's own window. It learns of
 * what the documents around it scroll a moment later: it is asked until it stays where it is.
 */
const SETTLED_PLACE = `new Promise((done) => {
  const place = () => [mozInnerScreenX, mozInnerScreenY];
  const look = (before) => setTimeout(() => {
    const now = place();
    if (String(now) === String(before)) done(now);
    else look(now);
  }, 34);
  look(place());
})`;

/** A document in Firefox: a tab's page, the sidebar, or a frame in one of them. */
export class FirefoxSurface extends AccessibleSurface {
  constructor(
    readonly firefox: Firefox,
    readonly path: Path,
  ) {
    super();
  }

  async frame(...selectors: string[]): Promise<FirefoxSurface> {
    const path = { ...this.path, selectors: [...this.path.selectors, ...selectors] };
    const inner = new FirefoxSurface(this.firefox, path);
    await inner.#context();
    return inner;
  }

  async press(key: string): Promise<void> {
    await this.#focus();
    await this.firefox.input.press(key);
  }

  async screenshot(path: string): Promise<void> {
    const png = await this.firefox.inChrome(snapshot, await this.#context());
    await writeFile(path, Buffer.from(png, 'base64'));
  }

  protected async run(source: string): Promise<unknown> {
    return (await this.#at({ run: source })).value;
  }

  protected async movePointer({ x, y }: ClickPoint): Promise<void> {
    await this.firefox.enterWindowOf(this.path.browserId);
    await this.firefox.inChrome(selectTab, this.path.browserId);
    await this.#at({ reveal: true });
    const { value, window } = await this.#at({ run: SETTLED_PLACE });
    const [left, top] = value as [number, number];
    await this.firefox.input.movePointer({ x: left - window.left + x, y: top - window.top + y }, BESIDE_PX);
  }

  protected override async outsideOfPage(): Promise<string> {
    return `Open in Firefox’s window: ${(await this.firefox.inChrome(openPopups)) || 'nothing'}.`;
  }

  protected async pressPointer(): Promise<void> {
    await this.firefox.input.pressPointer();
  }

  protected async dragPointer(by: ClickPoint): Promise<void> {
    await this.firefox.input.dragPointer(by);
  }

  protected async type(text: string): Promise<number> {
    await this.firefox.input.type(text);
    return [...text].length;
  }

  async #focus(): Promise<void> {
    await this.firefox.enterWindowOf(this.path.browserId);
    await this.firefox.inChrome(selectTab, this.path.browserId);
    await this.firefox.inChrome(focusContext, await this.#context());
    await this.evaluate(() => {
      if (!document.hasFocus()) window.focus();
    });
  }

  async #context(): Promise<number> {
    return (await this.#at({})).id;
  }

  /** The expression is evaluated once, in a document that is there. */
  async #at(options: { reveal?: boolean; run?: string }): Promise<Extract<Found, { id: number }>> {
    const { browserId, selectors } = this.path;
    const what = selectors.length > 0 ? `the frame ${selectors.join(' → ')}` : 'a document';
    for (;;) {
      const found = await this.firefox.inChrome(atPath, browserId, selectors, options);
      if ('id' in found) return found;
      await eventually(what, async () => {
        const seen = await this.firefox.inChrome(atPath, browserId, selectors, {});
        return 'id' in seen ? { done: { value: undefined } } : { seen: seen.missing };
      });
    }
  }
}
