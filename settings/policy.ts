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
  /** Patterns of destinations that may be dialled; absent, all may. */
  allow?: readonly string[];
  /** Whether these let a destination through; absent, all may pass. */
  allows?(destination: string): boolean;
  /** Presets that everybody has and nobody can change, as written; the store of the presets reads them. */
  presets: readonly unknown[];
  /** Settings that are no longer a person's own choice. */
  settings: Partial<Settings>;
  /**
   * Sites that everybody has. `always`: the extension runs there by itself. `mode`: how the peer behaves
   * there.
   */
  sites: readonly { site: string; always: boolean; mode?: Mode }[];
  locks: readonly Lock[];
  /** Which values of the policy are not valid, and why: for the administrator. */
  problems: readonly string[];
};

export const NO_POLICY: Policy = { presets: [], settings: {}, sites: [], locks: [], problems: [] };
