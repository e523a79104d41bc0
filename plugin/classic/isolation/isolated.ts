import type { Owner } from '../streams/owner';

/** What the isolation works on. */
export interface Isolated {
  view: Window & typeof globalThis;
  /** The plugin whose code is calling, as far as that can be told. */
  caller(): Owner | undefined;
  /** Tells under that plugin's name what Web App 3 has no place for. */
  report(sentence: string): void;
  /** Shows a text as Web App 3's own notice; without an owner, under the calling plugin's name. */
  notice(text: string, owner?: Owner): void;
}
