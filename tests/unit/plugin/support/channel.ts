import type { Channel } from '../../../../plugin/external-chat/channel';

/** Web App 3's end of the plugin API, which replies as the test says and sends the test's events. */
export function fakeChannel(reply: (rpc: string, payload: unknown) => unknown = () => undefined) {
  const asked: { rpc: string; payload: unknown }[] = [];
  const listeners: [name: string, listener: (payload: unknown) => void][] = [];
  const channel = {
    callRPC: async (rpc: string, payload: unknown) => {
      asked.push({ rpc, payload });
      return reply(rpc, payload);
    },
    onEvent: (name: string, listener: (payload: unknown) => void) => void listeners.push([name, listener]),
  } as unknown as Channel;
  const send = (event: string, payload?: unknown) => {
    for (const [name, listener] of listeners) if (name === event) listener(payload);
  };
  return { channel, asked, send };
}
