/**
 * What dock and peer say to each other beside what every panel says, over the same link. Both ends are this
 * extension's own, and of one version: a dock is loaded by the peer that it speaks with.
 */

export type DockSide = 'left' | 'right';

/** dock → peer */
export type DockRequest =
  /** How it lies over the page. `isWanted` is false for who prefers the browser's side panel. */
  | { type: 'dock-layout'; isWanted: boolean; side: DockSide; width: number; push: boolean }
  /** Gives the keyboard back to the page. */
  | { type: 'dock-leave' }
  /** This browser cannot tell the dock whether it is covered: the peer has to look. */
  | { type: 'dock-watch' };

/** peer → dock */
export type DockNotice =
  /**
   * It has been laid over the page, or put away. `isInert`: above a full-screen frame it can only be read.
   */
  | { type: 'dock-shown'; shown: boolean; isInert: boolean }
  /** Whether anything that the page shows may lie over it. */
  | { type: 'dock-clear'; clear: boolean };

const isOf = (data: unknown, types: readonly string[]): boolean =>
  typeof data === 'object' && data !== null && types.includes(Reflect.get(data, 'type'));

export const asDockRequest = (data: unknown): DockRequest | undefined =>
  isOf(data, ['dock-layout', 'dock-leave', 'dock-watch']) ? (data as DockRequest) : undefined;

export const asDockNotice = (data: unknown): DockNotice | undefined =>
  isOf(data, ['dock-shown', 'dock-clear']) ? (data as DockNotice) : undefined;
