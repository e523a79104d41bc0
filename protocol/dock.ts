/**
 * The messages between dock and peer beside those of every panel, over the same link. Both ends are this
 * extension's own, and of one version: a dock is loaded by its peer.
 */

export type DockSide = 'left' | 'right';

/** dock → peer */
export type DockRequest =
  /**
   * How it lies over the page. `isPreferred` is false if the user prefers the browser's side panel;
   * `isAlone`: the window can have none.
   */
  | {
      type: 'dock-layout';
      isPreferred: boolean;
      isAlone: boolean;
      side: DockSide;
      width: number;
      push: boolean;
    }
  /** The user closes it. */
  | { type: 'dock-close' }
  /** Gives the keyboard back to the page. */
  | { type: 'dock-leave' }
  /** A meeting's chat has come to the front: asks for the keyboard, in case the user pressed its button. */
  | { type: 'dock-enter'; meeting: string }
  /**
   * Asks the peer to look whether the dock is large enough on screen and, where this browser cannot tell the
   * dock by itself, whether something covers it.
   */
  | { type: 'dock-watch'; covers: boolean };

/** peer → dock */
export type DockMessage =
  /**
   * It has been laid over the page, or put away. `isInert`: above a full-screen frame it can only be read.
   */
  | { type: 'dock-shown'; shown: boolean; isInert: boolean }
  /** Answers the request of the same name: the dock may take the keyboard now. */
  | { type: 'dock-enter' }
  /**
   * Whether the dock is plainly on screen, as far as the peer can see. Where it looks for covers, it tells of
   * each look; else of each change.
   */
  | ({ type: 'dock-clear' } & Seen);

/**
 * Whether the panel on the page shows the chat. A window without a side panel has no other place for it,
 * whatever is preferred. Elsewhere the side panel serves a page of frames, which leaves no room for this one.
 */
export const isDockShowable = (
  { isPreferred, isAlone }: { isPreferred: boolean; isAlone: boolean },
  isPageOfFrames: boolean,
): boolean => isAlone || (isPreferred && !isPageOfFrames);

export type Seen = { readonly clear: boolean };

const isOf = (data: unknown, types: readonly string[]): boolean =>
  typeof data === 'object' && data !== null && types.includes(Reflect.get(data, 'type'));

/** Reads what a dock sends over its link; `undefined` if it is something else. */
export const asDockRequest = (data: unknown): DockRequest | undefined =>
  isOf(data, ['dock-layout', 'dock-close', 'dock-leave', 'dock-enter', 'dock-watch'])
    ? (data as DockRequest)
    : undefined;

/** Reads what a peer sends to its dock; `undefined` if it is something else. */
export const asDockMessage = (data: unknown): DockMessage | undefined =>
  isOf(data, ['dock-shown', 'dock-enter', 'dock-clear']) ? (data as DockMessage) : undefined;
