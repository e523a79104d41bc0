import type { ElementSnapshot } from './snapshot';

/** Matches every accessible name: for roles that have none of their own, such as `status` and `listitem`. */
export const anyName = /(?:)/;

export interface SeeOptions {
  /** Default: `WAIT_MS`. */
  timeoutMs?: number;
}

/**
 * A document that a person could look at and act on: a tab's page, the side panel or sidebar, or a frame in
 * one of them. Elements are found by ARIA role and accessible name, and every action waits for its element
 * first.
 */
export interface Surface {
  /**
   * The document inside a nested iframe. One CSS selector per level; frames in closed shadow roots are found
   * too. The frame is looked up again at every action, so the surface outlives a reload or a replacement of
   * the iframe.
   */
  frame(...selectors: string[]): Promise<Surface>;
  /** Runs a self-contained function in the document's own world. Arguments and result travel as JSON. */
  evaluate<A extends unknown[], R>(fn: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** A real mouse click in the middle of the element. Refuses when something else lies on top of it. */
  click(role: string, name: string | RegExp): Promise<void>;
  /** Brings the mouse over the middle of the element. */
  hover(role: string, name: string | RegExp): Promise<void>;
  /** A real mouse click wherever the mouse is, without a look at what is there. */
  pressHere(): Promise<void>;
  /** Presses the mouse on the element, moves it by so many pixels, and lets go. */
  drag(role: string, name: string | RegExp, by: { x: number; y: number }): Promise<void>;
  /** Clicks into a text field, selects what is there and types over it with real key presses. */
  fill(role: string, name: string | RegExp, text: string): Promise<void>;
  /** Chooses an option of a `<select>` by its value. */
  select(role: string, name: string | RegExp, value: string): Promise<void>;
  /** A real key press on whatever has the focus in this document: `Tab`, `Enter`, `Shift+Tab`, `a`. */
  press(key: string): Promise<void>;
  /** The first visible element with that role and name, as it is at this moment. */
  find(role: string, name: string | RegExp): Promise<ElementSnapshot | undefined>;
  /** All of them, in document order. */
  findAll(role: string, name: string | RegExp): Promise<ElementSnapshot[]>;
  /**
   * Waits for an element (that satisfies `predicate`). On failure the error lists what the document showed
   * instead.
   */
  see(
    role: string,
    name: string | RegExp,
    predicate?: (element: ElementSnapshot) => boolean,
    options?: SeeOptions,
  ): Promise<ElementSnapshot>;
  /** Waits until no visible element has that role and name. */
  gone(role: string, name: string | RegExp, options?: SeeOptions): Promise<void>;
  /** Waits until `fn`, run in the document, returns something truthy, and resolves with that. */
  waitFor<A extends unknown[], R>(what: string, fn: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Roles and names of everything visible in the document, indented: what assistive technology is told. */
  outline(): Promise<string>;
  /** Writes a PNG of what this surface shows. */
  screenshot(path: string): Promise<void>;
}
