import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

it('hands the link to the extension only, with a secret that no page can read', async () => {
  const stored: object[] = [];
  // Of an extension's own scheme, Node's URL tells no origin as browsers do.
  vi.stubGlobal('browser', {
    runtime: { getURL: (path: string) => `https://extension.example/${path}` },
    storage: { local: { set: async (items: object) => stored.push(items) } },
  });
  const { handLink, SECRET_KEY } = await import('../../../browser/dock-handshake');
  const postMessage = vi.fn();
  const { end } = await handLink({ postMessage } as unknown as Window);
  const [message, target, ports] = postMessage.mock.calls[0] ?? [];
  expect(target).toBe('https://extension.example');
  expect(ports).toEqual([expect.any(MessagePort)]);
  expect(stored.flatMap(Object.keys)).toEqual([SECRET_KEY + message.secret]);
  end();
});
