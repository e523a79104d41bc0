import type { Channel } from '@pexip/plugin-api';

/** Web App 3's end of the plugin API, which replies as the test says and sends the test's events. */
export function fakeChannel(reply: (rpc: string, payload: unknown) => unknown = () => undefined) {
  const asked: { rpc: string; payload: unknown }[] = [];
  const listeners: ((event: unknown) => void)[] = [];
  const channel = {
    callRPC: async (rpc: string, payload: unknown) => {
      asked.push({ rpc, payload });
      return reply(rpc, payload);
    },
    addEventListener: (listener: (event: unknown) => void) => void listeners.push(listener),
  } as unknown as Channel;
  const send = (event: string, payload?: unknown) => {
    for (const listener of listeners) listener({ event, payload });
  };
  return { channel, asked, send };
}
