/**
 * The calls that the top window has placed, each from its dial to its end.
 *
 *   dial-out ─▶ the node ─▶ uuid                          dial-out-progress calling
 *                 │         listed as connecting           dial-out-progress ringing
 *                 │         listed, no longer connecting   dial-out-success
 *                 │         gone, after that               dial-out-progress left
 *                 │         gone, before that              dial-out-error, or left if it was hung up
 *                 └▶ no uuid                               dial-out-error, in the node's words
 */
import type { Channel } from '@pexip/plugin-api';
import type { DialRequest } from '../../protocol/dial-fields';
import type { PluginMessage } from '../../protocol/messages';
import { disconnect, type Listed, listParticipants, place } from './node-calls';
import { followRoster, type Presence } from './roster';

/** How the top window names a call. */
export type CallName = { requestId?: string | undefined; uuid?: string | undefined };

type Call = {
  requestId: string | undefined;
  uuid: string | undefined;
  told: 'calling' | 'ringing' | 'joined';
  isHungUp: boolean;
};

export interface Calls {
  dial(request: DialRequest, requestId: string | undefined): Promise<void>;
  /** Ends a call that was dialled here, before or after the answer. Nobody else is ever disconnected. */
  hangUp(name: CallName): Promise<void>;
  /** Says how far these calls are, as far as the meeting knows; the others are passed over. */
  report(names: readonly CallName[]): Promise<void>;
}

/** Follows calls; what the top window should know goes to `say`. */
export function followCalls(channel: Channel, say: (message: PluginMessage) => void): Calls {
  const calls = new Set<Call>();
  const roster = followRoster(channel, (uuid, presence) => {
    for (const call of calls) if (call.uuid === uuid) follow(call, presence);
  });

  function follow(call: Call, { state, displayName }: Presence): void {
    const { requestId, uuid, told, isHungUp } = call;
    if (uuid === undefined || state === told) return;
    if (state === 'left') {
      calls.delete(call);
      const isExpected = told === 'joined' || isHungUp;
      if (isExpected) say({ name: 'dial-out-progress', state, requestId, uuid });
      else say({ name: 'dial-out-error', message: 'The call ended unanswered', requestId });
    } else if (told !== 'joined') {
      call.told = state;
      if (state === 'joined') say({ name: 'dial-out-success', uuid, displayName, requestId });
      else say({ name: 'dial-out-progress', state, requestId, uuid });
    }
  }

  /** Says how far a call is by the node's own list, and follows it from there if an earlier load placed it. */
  function tellOf({ requestId, uuid }: CallName & { uuid: string }, call?: Call, listed?: Listed): void {
    if (!listed) {
      if (call) calls.delete(call);
      say({ name: 'dial-out-progress', state: 'left', requestId, uuid });
      return;
    }
    // Only somebody who was dialled becomes a call, which may be hung up.
    if (!call && !listed.isDialled) return;
    const told = listed.isConnecting ? 'ringing' : 'joined';
    if (call) call.told = told;
    else calls.add({ requestId, uuid, told, isHungUp: false });
    say({ name: 'dial-out-progress', state: told, requestId, uuid, displayName: listed.displayName });
  }

  const find = ({ requestId, uuid }: CallName) =>
    [...calls].find((call) =>
      requestId === undefined ? uuid !== undefined && call.uuid === uuid : call.requestId === requestId,
    );

  async function end(call: Call, uuid: string): Promise<void> {
    const ended = await disconnect(channel, uuid);
    if (ended.ok) return follow(call, { state: 'left' });
    call.isHungUp = false;
    say({ name: 'hang-up-error', message: ended.error, requestId: call.requestId, uuid });
  }

  return {
    async dial(request, requestId) {
      const call: Call = { requestId, uuid: undefined, told: 'calling', isHungUp: false };
      calls.add(call);
      const placed = await place(channel, request);
      if (!placed.ok) {
        calls.delete(call);
        return say({ name: 'dial-out-error', message: placed.error, requestId });
      }
      const uuid = placed.value;
      call.uuid = uuid;
      say({ name: 'dial-out-progress', state: 'calling', requestId, uuid });
      const presence = roster.of(uuid);
      if (presence) follow(call, presence);
      if (call.isHungUp && calls.has(call)) await end(call, uuid);
    },

    async hangUp(name) {
      const call = find(name);
      if (!call) {
        const message = 'this page has placed no such call, or it has ended';
        return say({ name: 'hang-up-error', message, ...name });
      }
      call.isHungUp = true;
      // Before the node's reply there is no participant to disconnect: it is done as soon as there is.
      if (call.uuid !== undefined) await end(call, call.uuid);
    },

    async report(names) {
      const listed = await listParticipants(channel);
      if (!listed) return;
      for (const name of names) {
        const call = find(name);
        const uuid = call?.uuid ?? name.uuid;
        if (uuid !== undefined) tellOf({ ...name, uuid }, call, listed.get(uuid));
        else if (call) say({ name: 'dial-out-progress', state: 'calling', requestId: call.requestId });
      }
    },
  };
}
