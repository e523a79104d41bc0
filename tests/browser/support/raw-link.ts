import type { Surface } from '../harness/browser';

/** A link to the peer, held open inside an extension document, and driven from the test. */
export interface RawLink {
  /** Posts messages. Requests without page or load get those of the last state, as the panel's have. */
  post(...messages: unknown[]): Promise<void>;
  /** Everything received up to now, oldest first. */
  received(): Promise<unknown[]>;
  /** Drops what was received but the last: the document is measured without it. */
  forget(): Promise<void>;
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
  await panel.waitFor(
    'a state, or the end',
    (key) => {
      const { received, closed } = Reflect.get(window, key);
      return received.length > 0 || closed;
    },
    name,
  );
  return heldIn(panel, name);
}

/**
 * Opens a link in the dock's own document, which this makes an empty one: the peer hands the document that
 * has loaded a new port, as it does to every dock, and this time the test takes it.
 */
export async function openDockPort(dock: Surface, name: string): Promise<RawLink> {
  await dock.evaluate((key) => {
    // The window stays, and with it a link that a test before had under this name.
    Reflect.deleteProperty(window, key);
    // Ends every listener of the document that was there, and loads again when it is closed.
    document.open();
    window.addEventListener('message', ({ source, data, ports: [port] }) => {
      if (source !== window.parent || data?.type !== 'dock' || !port) return;
      const link = { port, received: [] as unknown[], closed: false };
      port.onmessage = (event) => link.received.push(event.data);
      Reflect.set(window, key, link);
    });
    document.write('<title>A link</title>');
    document.close();
  }, name);
  await dock.waitFor('a port', (key) => Reflect.get(window, key) !== undefined, name);
  return heldIn(dock, name);
}

/** A link that is kept in a document under a name. */
function heldIn(document: Surface, name: string): RawLink {
  return {
    post: (...messages) =>
      document.evaluate(
        (key, all) => {
          type State = { type?: string; page?: number; meetings?: { id: string; load: number }[] };
          const { port, received } = Reflect.get(window, key) as { port: MessagePort; received: State[] };
          const state = received.findLast(({ type }) => type === 'state');
          for (const message of all) {
            const meeting: unknown = Reflect.get(Object(message), 'meeting');
            const load = state?.meetings?.find(({ id }) => id === meeting)?.load ?? 0;
            const isRequest = typeof Reflect.get(Object(message), 'type') === 'string';
            port.postMessage(isRequest ? { page: state?.page, load, ...Object(message) } : message);
          }
        },
        name,
        messages,
      ),
    received: () => document.evaluate((key) => Reflect.get(window, key).received as unknown[], name),
    forget: () =>
      document.evaluate((key) => {
        const { received } = Reflect.get(window, key) as { received: unknown[] };
        received.splice(0, received.length - 1);
      }, name),
    isClosed: () => document.evaluate((key) => Boolean(Reflect.get(window, key).closed), name),
    close: () =>
      document.evaluate((key) => {
        const { port } = Reflect.get(window, key);
        if (port instanceof MessagePort) port.close();
        else port.disconnect();
      }, name),
  };
}
