import type { Runtime } from 'webextension-polyfill';
import type { Mode } from '../protocol/mode';
import { browser } from './browser';
import { isNotice } from './runtime-messages';

// The background reads and writes it, which knows the store and the policy: the peer stays small.

/** From the peer: how it behaves on its page; *drive*, if nobody can say. */
export const readMode = (): Promise<Mode> =>
  browser.runtime.sendMessage({ type: 'mode-wanted' }).then(
    (mode: unknown) => (mode === 'watch' ? mode : 'drive'),
    () => 'drive',
  );

/** From the peer: keeps how it behaves on pages of this origin. Where that fails it counts for this page all the same. */
export const keepMode = (mode: Mode): void =>
  void browser.runtime.sendMessage({ type: 'mode-chosen', mode }).catch(() => {});

/** In the background: answers the peers. The browser says which page each is in. */
export function serveModes(
  read: (origin: string) => Promise<Mode>,
  keep: (origin: string, mode: Mode) => Promise<void>,
): void {
  const onMessage = (data: unknown, { tab, url }: Runtime.MessageSender, answer: (mode: Mode) => void) => {
    if (!tab || url === undefined) return;
    const { origin } = new URL(url);
    if (isNotice(data, 'mode-chosen')) {
      const mode: Mode = Reflect.get(Object(data), 'mode') === 'watch' ? 'watch' : 'drive';
      keep(origin, mode).catch((error: unknown) =>
        console.error('The choice for', origin, 'is lost:', error),
      );
    }
    if (!isNotice(data, 'mode-wanted')) return;
    read(origin).then(answer, () => answer('drive'));
    // The answer comes later.
    return true as const;
  };
  browser.runtime.onMessage.addListener(
    onMessage as Parameters<typeof browser.runtime.onMessage.addListener>[0],
  );
}
