import type { Mode } from '../protocol/mode';
import { native } from './native';
import { sendToBackground } from './script-registry';

// The background reads and writes it: it has the store and the policy, and the peer stays small.

/** From the peer: how it behaves on its page; *drive*, if nobody can say. */
export const readMode = (): Promise<Mode> =>
  native.runtime.sendMessage({ type: 'mode-wanted' }).then(
    (mode: unknown) => (mode === 'watch' ? mode : 'drive'),
    () => 'drive',
  );

/**
 * From the peer: keeps how it behaves on pages of this origin. If saving fails, it still counts for this
 * page.
 */
export const reportMode = (mode: Mode): void => sendToBackground({ type: 'mode-chosen', mode });
