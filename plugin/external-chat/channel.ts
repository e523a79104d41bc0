import type { Event, EventMessage, EventPayload, RPCCallReply, RPCCalls } from '@pexip/plugin-api';
import { PLUGIN_ID } from '../../protocol/plugin-id';

/** The plugin's end of Web App 3's plugin API. */
export interface Channel {
  /** Never rejects. It stays pending where Web App 3 doesn't reply. */
  callRPC<Name extends keyof RPCCalls>(
    name: Name,
    payload: RPCCalls[Name]['payload'],
  ): Promise<RPCCallReply<Name>>;
  /** Calls `listener` with every event of this name. */
  onEvent<Name extends keyof EventMessage>(name: Name, listener: (payload: EventPayload<Name>) => void): void;
}

/** What Web App 3 sends: the reply to a call, or an event. */
type Received = { chanId?: unknown; replyTo?: unknown; payload?: unknown } & Partial<Pick<Event, 'event'>>;

/**
 * Opens the channel to Web App 3. Each load has one of its own, or Web App 3 would take what this one says
 * for what an earlier load has said.
 *
 * Neither `registerPlugin` nor `Channel` of `@pexip/plugin-api` is used. The first keeps Web App 3's replies
 * to itself, which are read here. The second brings a logger, which writes every message to the console, and
 * UUIDs. On the wire nothing differs.
 */
export function openChannel(): Channel {
  const chanId = `${PLUGIN_ID}-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  const pending = new Map<unknown, (payload: never) => void>();
  const listeners: [name: string, listener: (payload: never) => void][] = [];
  let calls = 0;
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const { chanId: channel, replyTo, event, payload }: Received = Object(data);
    if (channel !== chanId) return;
    // The types of each name's payload are Pexip's; this plugin reads unsafe ones field by field.
    pending.get(replyTo)?.(payload as never);
    pending.delete(replyTo);
    for (const [name, listener] of listeners) if (name === event) listener(payload as never);
  });
  return {
    callRPC: (rpc, payload) =>
      new Promise((resolve) => {
        calls += 1;
        const id = `${chanId}-${calls}`;
        pending.set(id, resolve);
        window.parent.postMessage({ rpc, payload, id, chanId }, '*');
      }),
    onEvent: (name, listener) => void listeners.push([name, listener]),
  };
}

/**
 * Registers with Web App 3. Listeners for events of the meeting must be added before: Web App 3 sends its
 * initial events right after the answer.
 * @throws Error if Web App 3 refuses: another id in the manifest, or a plugin of this id twice.
 */
export async function register(channel: Channel): Promise<void> {
  const answer = await channel.callRPC('syn', { id: PLUGIN_ID, version: 0 });
  if (!answer.ack) throw new Error(`Web App 3 refused the plugin: ${answer.reason}`);
}
