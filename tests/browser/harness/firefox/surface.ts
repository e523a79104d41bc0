import { writeFile } from 'node:fs/promises';
import { AccessibleSurface } from '../accessible/accessible-surface';
import type { ClickPoint } from '../accessible/snapshot';
import { eventually } from '../eventually';
import { focusContext, resolvePath, runInContext, snapshot } from './chrome-documents';
import { selectTab } from './chrome-tabs';
import type { Input } from './input';

/** The browser around a surface. */
export interface Firefox {
  readonly input: Input;
  /** As in the manifest; undefined when the browser was started bare. */
  readonly extensionId: string | undefined;
  /** Acts from now on in the window of this tab or sidebar; in the first one without any. */
  enterWindowOf(browserId?: number): Promise<void>;
  /** Runs a function in the browser's own window. */
  inChrome<A extends unknown[], R>(fn: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
}

/** Where a document is: in which tab or sidebar, and down which frames. */
export interface Path {
  /** Stays the same when a navigation replaces the browsing context. */
  browserId: number;
  selectors: string[];
}

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
    return this.firefox.inChrome(runInContext, await this.#context(), source);
  }

  protected async movePointer({ x, y }: ClickPoint): Promise<void> {
    await this.firefox.enterWindowOf(this.path.browserId);
    await this.firefox.inChrome(selectTab, this.path.browserId);
    await this.#context({ reveal: true });
    // Screen coordinates are what a nested document and Firefox's own window have in common.
    const origin = () => {
      const { mozInnerScreenX: left, mozInnerScreenY: top } = window as unknown as Record<string, number>;
      return { left: Number(left), top: Number(top) };
    };
    const [inner, outer] = [await this.evaluate(origin), await this.firefox.inChrome(origin)];
    await this.firefox.input.movePointer({ x: inner.left - outer.left + x, y: inner.top - outer.top + y });
  }

  protected async pressPointer(): Promise<void> {
    await this.firefox.input.pressPointer();
  }

  protected async dragPointer(by: ClickPoint): Promise<void> {
    await this.firefox.input.dragPointer(by);
  }

  protected async type(text: string): Promise<void> {
    await this.firefox.input.type(text);
  }

  async #focus(): Promise<void> {
    await this.firefox.enterWindowOf(this.path.browserId);
    await this.firefox.inChrome(selectTab, this.path.browserId);
    await this.firefox.inChrome(focusContext, await this.#context());
    await this.evaluate(() => {
      if (!document.hasFocus()) window.focus();
    });
  }

  #context({ reveal = false } = {}): Promise<number> {
    const { browserId, selectors } = this.path;
    const what = selectors.length > 0 ? `the frame ${selectors.join(' → ')}` : 'a document';
    return eventually(what, async () => {
      const found = await this.firefox.inChrome(resolvePath, browserId, selectors, reveal);
      return typeof found === 'number' ? { done: { value: found } } : { seen: found };
    });
  }
}
