import type { Surface } from '../harness/browser';

/** Sets a chat of the user's own for every site, from any document of the extension's. */
export function setCustomChat(inside: Surface, url: string, place: 'dock' | 'panel' = 'dock'): Promise<void> {
  return inside.evaluate(
    (config) => {
      const { storage } = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as {
        storage: { local: { set(items: object): Promise<void> } };
      };
      return storage.local.set({ chat: { version: 1, value: config } });
    },
    { place, displayName: 'QA', chats: [{ site: '*', url }] },
  );
}
