import type { Mode } from '../protocol/mode';
import type { Settings } from './settings';

/**
 * What of its own a person may not have: what was set before counts no longer, and nothing can be added.
 * `welcome` is the page that is shown once after the installation. `allow` is for browsers that drop a
 * malformed allow-list before anybody can read it: without a list, nothing can be dialed then.
 */
export const LOCKS = ['settings', 'presets', 'chat', 'sites', 'welcome', 'allow'] as const;
export type Lock = (typeof LOCKS)[number];

/** What an administrator has decided for this browser. */
export type Policy = {
  /** Patterns of destinations that may be dialed. If absent, all may. */
  allow?: readonly string[];
  /** Whether these let a destination through; absent, all may pass. */
  allows?(destination: string): boolean;
  /** Presets for all users, who can't change them. As written: the store of the presets reads them. */
  presets: readonly unknown[];
  /** Settings with a fixed value. */
  settings: Partial<Settings>;
  /**
   * Sites for all users. `always`: the extension runs there automatically. `mode`: how the peer behaves
   * there.
   */
  sites: readonly { site: string; always: boolean; mode?: Mode }[];
  locks: readonly Lock[];
  /** Which values of the policy are not valid, and why: for the administrator. */
  problems: readonly string[];
};

export const NO_POLICY: Policy = { presets: [], settings: {}, sites: [], locks: [], problems: [] };
