import type { DialRequest } from '../../protocol/dial-fields';
import type { Settings } from './settings';

/** What an administrator has decided for this browser. */
export type Policy = {
  /** Patterns of destinations that may be dialled; absent, all may. */
  allow?: readonly string[];
  /** Presets that everybody has and nobody can change. */
  presets: readonly { name: string; request: DialRequest }[];
  /** Settings that are no longer a person's own choice. */
  settings: Partial<Settings>;
  /** What of the policy was not understood, for whoever wrote it. */
  problems: readonly string[];
};

export const NO_POLICY: Policy = { presets: [], settings: {}, problems: [] };
