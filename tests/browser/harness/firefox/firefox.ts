import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { BrowserUnderTest } from '../browser-under-test';
import { eventually } from '../eventually';
import { pageCall, pageResult } from '../page-call';
import { snapshot } from './chrome-documents';
import { openTab, tabThatShows } from './chrome-tabs';
import {
  backgroundState,
  chooseMenuItem,
  endBackground,
  iconPoint,
  isPromptClosed,
  promptButtonPoint,
  resizeSidebar,
} from './chrome-toolbar';
import { tabOfPopup } from './chrome-windows';
import { Input } from './input';
import type { Marionette } from './marionette';
import { FirefoxTab } from './tab';
import { Windows } from './windows';

/** Firefox. Special tests may reach into its own window. */
export class FirefoxUnderTest implements BrowserUnderTest {
  readonly name = 'firefox';
  readonly input: Input;
  readonly #marionette: Marionette;
  readonly #leave: () => Promise<void>;
  readonly #windows: Windows;

  constructor(
    marionette: Marionette,
    /** As in the manifest; undefined when the browser was started bare. */
    readonly extensionId: string | undefined,
    readonly downloadDir: string,
    leave: () => Promise<void>,
  ) {
    this.#marionette = marionette;
    this.#leave = leave;
    this.input = new Input(marionette);
    this.#windows = new Windows(marionette);
  }

  async open(url: string): Promise<FirefoxTab> {
    await this.enterWindowOf();
    const tab = new FirefoxTab(this, { browserId: await this.inChrome(openTab), selectors: [] });
    await tab.navigate(url);
    return tab;
  }

  ownTab(page: string): Promise<FirefoxTab> {
    return this.#tab(`a tab on ${page}`, () => this.inChrome(tabThatShows, page));
  }

  /** Waits for a popup window, whatever its tab shows. */
  popup(): Promise<FirefoxTab> {
    return this.#tab('a popup window', () => this.inChrome(tabOfPopup));
  }

  /** Waits until `look` finds a tab in one of the windows, and the tab has loaded. */
  #tab(what: string, look: () => Promise<number | null>): Promise<FirefoxTab> {
    return eventually(what, async () => {
      const browserId = await this.#windows.find(look);
      if (browserId === null) return { seen: 'none' };
      const tab = new FirefoxTab(this, { browserId, selectors: [] });
      const state = await tab.evaluate(() => document.readyState);
      return state === 'complete' ? { done: { value: tab } } : { seen: `a document that is ${state}` };
    });
  }

  /** Acts from now on in the window of this tab or sidebar; in the first one without any. */
  enterWindowOf(browserId?: number): Promise<void> {
    return browserId === undefined ? this.#windows.leave() : this.#windows.enter(browserId);
  }

  /**
   * Runs a self-contained function in Firefox's own window, with all rights: `gBrowser`, `Services` and so
   * on.
   */
  inChrome<A extends unknown[], R>(fn: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    return runInChrome(this.#marionette, fn, ...args);
  }

  /** Waits for a prompt, such as for `permissions.request`, and presses its button. */
  async answerPrompt(accept: boolean): Promise<void> {
    const button = () => this.inChrome(promptButtonPoint, accept);
    await eventually('a prompt in Firefox’s window', async () => {
      return (await button()) ? { done: { value: undefined } } : { seen: 'no open prompt' };
    });
    await eventually('the prompt to be answered', async () => {
      // On a busy machine a prompt that is still moving takes no press: press again as a user would.
      const point = await button();
      if (point) await this.input.click(point);
      // One that is asked for while this one fades away is not shown.
      await eventually(
        'the prompt to go',
        async () => {
          const isClosed = await this.inChrome(isPromptClosed);
          return isClosed ? { done: { value: undefined } } : { seen: 'it is there' };
        },
        { timeoutMs: 1_500 },
      );
      return { done: { value: undefined } };
    });
  }

  /**
   * Opens the menu of the extension's icon with the mouse, and chooses an item of the extension's by its id.
   * Resolves with whether that could be done: a disabled one is left.
   */
  async chooseFromIconMenu(id: string): Promise<boolean> {
    const icon = await this.inChrome(iconPoint, this.extensionId ?? '');
    if (!icon) throw new Error('The extension has no icon on the toolbar.');
    await this.input.movePointer(icon);
    await this.input.pressPointer(2);
    return eventually(`${id} in the menu of the icon`, async () => {
      const seen = await this.inChrome(chooseMenuItem, id);
      return typeof seen === 'boolean' ? { done: { value: seen } } : { seen };
    });
  }

  async endBackground(): Promise<void> {
    await this.inChrome(endBackground, this.extensionId ?? '');
  }

  /** Makes the sidebar so many pixels wide, until the browser is another's. */
  async resizeSidebar(widthPx: number): Promise<void> {
    await this.inChrome(resizeSidebar, widthPx);
  }

  /** A PNG of the whole window: toolbar, sidebar and page. */
  async screenshotWindow(path: string): Promise<void> {
    await writeFile(path, Buffer.from(await this.inChrome(snapshot, null), 'base64'));
  }

  async updateExtension(folder: string): Promise<void> {
    const id = await installExtension(this.#marionette, folder);
    // It counts as installed before its background has run: a press of the icon would be nobody's.
    await eventually('the background of the new version', async () => {
      const seen = await this.inChrome(backgroundState, id);
      return seen === 'running' ? { done: { value: undefined } } : { seen };
    });
  }

  close(): Promise<void> {
    return this.#leave();
  }
}

/** Runs a self-contained function in Firefox's own window. */
export async function runInChrome<A extends unknown[], R>(
  marionette: Marionette,
  fn: (...args: A) => R,
  ...args: A
): Promise<Awaited<R>> {
  const script = `return ${pageCall(String(fn), args)}`;
  const { value } = (await marionette.send('WebDriver:ExecuteScript', { script, args: [] })) as {
    value: unknown;
  };
  return pageResult(value) as Awaited<R>;
}

/**
 * Installs an unpacked extension until the browser ends, in place of the one with the same id. It is let into
 * private windows as the user can do later, after it was installed. Its id.
 */
export async function installExtension(
  marionette: Marionette,
  folder: string,
  allowPrivateBrowsing = false,
): Promise<string> {
  const parameters = { path: resolve(folder), temporary: true, allowPrivateBrowsing };
  const { value } = (await marionette.send('Addon:Install', parameters)) as { value: string };
  return value;
}
