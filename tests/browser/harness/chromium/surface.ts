import { writeFile } from 'node:fs/promises';
import type { Frame, Page } from 'puppeteer-core';
import { AccessibleSurface, BESIDE_PX } from '../accessible/accessible-surface';
import { eventually } from '../eventually';
import type { ClickPoint } from '../snapshot';
import { enterFrame, type Place } from './frame-path';
import { pressKey, typeText } from './keyboard';
import { askOwnProcess } from './own-process';

/** A document in Chromium: a tab's page, the side panel, or a frame in one of them. */
export class ChromiumSurface extends AccessibleSurface {
  constructor(
    readonly page: Page,
    readonly selectors: string[] = [],
  ) {
    super();
  }

  /** The frame of this document, as it was found last. */
  #found: Frame | undefined;

  /** Where the mouse was moved to, in the page: a document may move away under it. */
  #pointer: ClickPoint = { x: 0, y: 0 };

  async frame(...selectors: string[]): Promise<ChromiumSurface> {
    const inner = new ChromiumSurface(this.page, [...this.selectors, ...selectors]);
    await inner.#place();
    return inner;
  }

  async press(key: string): Promise<void> {
    await this.#focus();
    await pressKey(this.page.keyboard, key);
  }

  async screenshot(path: string): Promise<void> {
    const { frame } = await this.#place({ reveal: true });
    const element = this.selectors.length > 0 ? await frame.frameElement() : undefined;
    await writeFile(path, await settled(() => (element ?? this.page).screenshot()));
  }

  protected async run(source: string): Promise<unknown> {
    return (await this.#frame()).evaluate(source);
  }

  protected async movePointer({ x, y }: ClickPoint): Promise<void> {
    const { left, top } = await this.#place({ reveal: true });
    this.#pointer = { x: left + x, y: top + y };
    await this.page.mouse.move(left + x - BESIDE_PX, top + y);
    await this.page.mouse.move(left + x, top + y);
  }

  protected async dragPointer(by: ClickPoint): Promise<void> {
    const { x, y } = this.#pointer;
    await this.page.mouse.down();
    await this.page.mouse.move(x + by.x, y + by.y, { steps: 5 });
    await this.page.mouse.up();
  }

  protected async pressPointer(): Promise<void> {
    await this.page.mouse.down();
    await this.page.mouse.up();
  }

  protected async type(text: string): Promise<number> {
    await typeText(this.page.keyboard, text);
    return 0;
  }

  /** A panel that was just opened has no focus yet, and neither has a frame before it is clicked. */
  async #focus(): Promise<void> {
    await (await this.#frame()).evaluate('if (!document.hasFocus()) window.focus()');
  }

  /** A frame is that of one element as long as it lives: only one that has gone is looked for. */
  async #frame(): Promise<Frame> {
    if (!this.#found || this.#found.detached) this.#found = (await this.#place()).frame;
    else if (this.selectors.length > 0) await askOwnProcess(this.page, this.#found);
    return this.#found;
  }

  #place({ reveal = false } = {}): Promise<Place> {
    const root: Place = { frame: this.page.mainFrame(), left: 0, top: 0 };
    if (this.selectors.length === 0) return Promise.resolve(root);
    return eventually(`the frame ${this.selectors.join(' → ')}`, async () => {
      let place = root;
      for (const selector of this.selectors) {
        const entered = await enterFrame(place, selector, reveal);
        if (typeof entered === 'string') return { seen: entered };
        await askOwnProcess(this.page, entered.frame);
        place = entered;
      }
      return { done: { value: place } };
    });
  }
}

/** Frames in other processes paint later than the page: takes pictures until two in a row are equal. */
async function settled(takePicture: () => Promise<Uint8Array>): Promise<Uint8Array> {
  let picture = await takePicture();
  for (let taken = 1; taken < 8; taken++) {
    const previous = picture;
    picture = await takePicture();
    if (Buffer.compare(previous, picture) === 0) break;
  }
  return picture;
}
