import type { Runtime } from 'webextension-polyfill';
import type { Mode } from '../protocol/mode';
import { browser } from './browser';
import { isRuntimeMessage } from './runtime-messages';
import { siteOfSender } from './sender-site';

/** In the background: answers the peers. The browser reports the page of each. */
export function serveModes(
  read: (origin: string) => Promise<Mode>,
  keep: (origin: string, mode: Mode) => Promise<void>,
): void {
  const onMessage = (data: unknown, sender: Runtime.MessageSender, answer: (mode: Mode) => void) => {
    const { tab } = sender;
    const origin = siteOfSender(sender);
    if (!tab || origin === undefined) return;
    // In a private window the choice holds as long as the page does.
    if (isRuntimeMessage(data, 'mode-chosen') && !tab.incognito) {
      const mode: Mode = Reflect.get(Object(data), 'mode') === 'watch' ? 'watch' : 'drive';
      keep(origin, mode).catch((error: unknown) =>
        console.error('The choice for', origin, 'is lost:', error),
      );
    }
    if (!isRuntimeMessage(data, 'mode-wanted')) return;
    read(origin).then(answer, () => answer('drive'));
    // The answer comes later.
    return true as const;
  };
  browser.runtime.onMessage.addListener(
    onMessage as Parameters<typeof browser.runtime.onMessage.addListener>[0],
  );
}
