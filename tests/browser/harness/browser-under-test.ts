import type { Surface } from './surface';

export interface LaunchOptions {
  /** An unpacked extension. Without one the browser starts bare. */
  extensionDir?: string;
  /** Default: true. */
  headless?: boolean;
  /** Of the browser window. Default: 1280 × 800. */
  width?: number;
  height?: number;
  /**
   * A folder of the caller's, for a profile that outlives the browser: another one can be started on it. The
   * extension is installed there for good, once.
   */
  profile?: string;
  /** Leaves the page open that the extension shows after its installation. Default: closes it. */
  keepWelcome?: boolean;
  /** Takes certificates that nobody vouches for. Chromium only. */
  ignoreCertificateErrors?: boolean;
  /** Names of hosts, each with the port of this machine that answers for it over TLS. Chromium only. */
  hosts?: Record<string, number>;
  /**
   * The browser's own language, such as `de`. Firefox only: Chromium has none but those it is installed
   * with.
   */
  language?: string;
  /** Makes every window a private one, in which the extension is allowed. Firefox only. */
  isPrivate?: boolean;
  /**
   * Environment variables for the browser's process, over our own: `CHROMIUM_PATH` starts another program.
   */
  env?: Record<string, string>;
}

/** One running browser, with a fresh profile unless one was given. */
export interface BrowserUnderTest {
  readonly name: 'chromium' | 'firefox';
  /** The folder that files are saved to, without a question; it goes with the profile. */
  readonly downloadDir: string;
  /** Opens a tab on `url` and waits for its load event. */
  open(url: string): Promise<Tab>;
  /**
   * Updates the running extension to what is in `folder`: the one that it was started with (Chromium tells
   * extensions apart by their folders), with other files in it.
   */
  updateExtension(folder: string): Promise<void>;
  /**
   * Ends the extension's background, as the browser does when it has nothing to do; the next event starts it
   * again.
   * @throws Error in Chromium, if it sleeps already: `support/background.ts` wakes it.
   */
  endBackground(): Promise<void>;
  /**
   * Waits for a tab that the extension has opened: on a page of its own, such as `options.html`, or an
   * address, which Chromium loads once more.
   */
  ownTab(page: string): Promise<Tab>;
  /** Ends every process of the browser and removes its profile, unless that is the caller's. */
  close(): Promise<void>;
}

export interface Tab extends Surface {
  navigate(url: string): Promise<void>;
  reload(): Promise<void>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
  /** Puts a finger on a point of the page, and resolves with what lifts it. */
  touch(x: number, y: number): Promise<() => Promise<void>>;
  /**
   * Presses the extension's toolbar icon with this tab in front, and resolves with the side panel or sidebar
   * that is on screen then. It may be open already.
   */
  pressIcon(): Promise<Surface>;
  /** Closes the side panel or sidebar, and waits until its document is gone. */
  closePanel(): Promise<void>;
}
