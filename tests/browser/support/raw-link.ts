import type { Surface } from '../harness/browser';

/** A link to the peer, held open inside an extension document, and driven from the test. */
export interface RawLink {
  post(...messages: unknown[]): Promise<void>;
  /** Everything received up to now, oldest first. */
  received(): Promise<unknown[]>;
  isClosed(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens a runtime port from the side panel's document to the peer of the tab in front, as the panel does. */
export async function openRuntimePort(panel: Surface, name: string): Promise<RawLink> {
  await panel.evaluate(async (key) => {
    const api = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
    const [tab] = await api.tabs.query({ active: true, currentWindow: true });
    const port = api.tabs.connect(tab.id, { name: 'panel', frameId: 0 });
    const link = { port, received: [] as unknown[], closed: false };
    port.onMessage.addListener((message: unknown) => link.received.push(message));
    port.onDisconnect.addListener(() => {
      link.closed = true;
    });
    Reflect.set(window, key, link);
  }, name);
  return {
    post: (...messages) =>
      panel.evaluate(
        (key, all) => {
          const { port } = Reflect.get(window, key);
          for (const message of all) port.postMessage(message);
        },
        name,
        messages,
      ),
    received: () => panel.evaluate((key) => Reflect.get(window, key).received as unknown[], name),
    isClosed: () => panel.evaluate((key) => Boolean(Reflect.get(window, key).closed), name),
    close: () => panel.evaluate((key) => Reflect.get(window, key).port.disconnect(), name),
  };
}
