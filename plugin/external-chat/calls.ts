/**
 * The calls that the top window has placed, each from its dial to its end.
 *
 *   dial-out ─▶ at once                                   dial-out-progress calling
 *               the node ─▶ uuid                          dial-out-progress calling, with it
 *                 │         listed as connecting           dial-out-progress ringing
 *                 │         listed, no longer connecting   dial-out-success
 *                 │         gone, after that               dial-out-progress left
 *                 │         gone, before that              dial-out-error, or left if it was hung up
 *                 ├▶ no uuid                               dial-out-error, in the node's words if known
 *                 └▶ no reply                              the uuid of a newcomer dialed at that address
 */
import type { DialRequest } from '../../protocol/dial-fields';
import type { PluginMessage } from '../../protocol/messages';
import type { Participant } from '../../protocol/people';
import type { Channel } from './channel';
import { disconnect, listParticipants, placeCall } from './node-calls';
import type { Reading } from './person';
import { followRoster, type Presence } from './roster';

/** How the top window names a call. */
type CallName = { requestId?: string | undefined; uuid?: string | undefined };

type Progress = Extract<PluginMessage, { name: 'dial-out-progress' }>;

type Call = {
  requestId: string | undefined;
  uuid: string | undefined;
  told: 'calling' | 'ringing' | 'joined';
  isHungUp: boolean;
  /** What it was dialed by, as the node lists it; absent for a call of an earlier load. */
  address?: string;
  /** Who was known when it was dialed, and so is not the one whom it reaches. */
  others?: ReadonlySet<string>;
};

interface Calls {
  /** Compares with the node's list of participants; `false` if that cannot be had. */
  sync(): Promise<boolean>;
  dial(request: DialRequest, requestId: string | undefined): Promise<void>;
  /** Ends a call that was dialed here, before or after the answer. Nobody else is ever disconnected. */
  hangUp(name: CallName): Promise<void>;
  /** Reports the state of these calls, as far as the meeting has them. Others are passed over. */
  report(names: readonly CallName[]): Promise<void>;
}

/** Follows calls, and reports them to the top window with `send`. */
export function followCalls(
  channel: Channel,
  send: (message: PluginMessage) => void,
  onPerson?: (uuid: string, person: Participant | undefined) => void,
): Calls {
  const calls = new Set<Call>();
  const roster = followRoster(
    channel,
    (uuid, presence) => {
      const call = withUuid(uuid);
      if (call) return follow(call, presence);
      const unanswered = [...calls].find((each) => isReaching(each, uuid, presence));
      if (unanswered) void reach(unanswered, uuid);
    },
    onPerson,
  );
  const progress = (state: Progress['state'], { requestId, uuid }: CallName, displayName?: string) =>
    send({ name: 'dial-out-progress', state, requestId, uuid, displayName });
  const withUuid = (uuid: string) => [...calls].find((call) => call.uuid === uuid);

  /** The node has placed a call, by its reply or by a participant who can be nobody else. */
  async function reach(call: Call, uuid: string): Promise<void> {
    call.uuid = uuid;
    progress('calling', call);
    const presence = roster.of(uuid);
    if (presence) follow(call, presence);
    if (call.isHungUp && calls.has(call)) await end(call, uuid);
  }

  function follow(call: Call, { state, displayName }: Pick<Presence, 'state' | 'displayName'>): void {
    const { requestId, uuid, told, isHungUp } = call;
    if (uuid === undefined || state === told) return;
    if (state === 'left') {
      calls.delete(call);
      const isExpected = told === 'joined' || isHungUp;
      if (isExpected) progress(state, call);
      else send({ name: 'dial-out-error', message: 'The call was not answered', requestId });
    } else if (told !== 'joined') {
      call.told = state;
      if (state === 'joined') send({ name: 'dial-out-success', uuid, displayName, requestId });
      else progress(state, call);
    }
  }

  /**
   * Says how far a call is by the node's own list, and follows it from there if an earlier load placed it.
   */
  function tellOf(name: CallName & { uuid: string }, call?: Call, listed?: Reading): void {
    if (!listed) {
      if (call) calls.delete(call);
      progress('left', name);
      return;
    }
    // Only somebody who was dialed becomes a call, which may be hung up.
    if (!call && listed.dialed === undefined) return;
    const told = listed.state;
    if (call) call.told = told;
    else calls.add({ requestId: name.requestId, uuid: name.uuid, told, isHungUp: false });
    progress(told, name, listed.displayName);
  }

  const find = ({ requestId, uuid }: CallName) =>
    [...calls].find((call) =>
      requestId === undefined ? uuid !== undefined && call.uuid === uuid : call.requestId === requestId,
    );

  async function end(call: Call, uuid: string): Promise<void> {
    const message = await disconnect(channel, uuid);
    if (message === undefined) return follow(call, { state: 'left' });
    call.isHungUp = false;
    send({ name: 'hang-up-error', message, requestId: call.requestId, uuid });
  }

  return {
    sync: roster.sync,

    async dial(request, requestId) {
      const others = new Set(roster.uuids());
      const address = addressIn(request.destination);
      const call: Call = { requestId, uuid: undefined, told: 'calling', isHungUp: false, address, others };
      calls.add(call);
      // Web App 3 may never reply. Without an id of either kind nobody could tell which call is meant.
      if (requestId !== undefined) progress('calling', call);
      const placed = await placeCall(channel, request);
      if (placed.ok) {
        if (placed.value === call.uuid) return;
        // Two calls to one address: by the address alone, the participant was taken for the other call's.
        const other = withUuid(placed.value);
        const mine = call.uuid;
        if (other) other.uuid = mine;
        await reach(call, placed.value);
        if (other && mine !== undefined) await reach(other, mine);
      } else if (call.uuid === undefined) {
        calls.delete(call);
        send({ name: 'dial-out-error', message: placed.error, requestId });
      }
    },

    async hangUp(name) {
      const call = find(name);
      if (!call) {
        const message = 'this page did not place this call, or it has ended';
        return send({ name: 'hang-up-error', message, requestId: name.requestId, uuid: name.uuid });
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
        else if (call) progress('calling', call);
      }
    },
  };
}

/**
 * `alice@example.com` for `sip:Alice@example.com;transport=tls`: the node adds a scheme, and may add
 * parameters.
 */
const addressIn = (destination: string): string =>
  destination
    .trim()
    .toLowerCase()
    .replace(/^(sips?|h323|mssip):/, '')
    .replace(/;.*$/, '');

const isReaching = (
  { uuid, address, others }: Call,
  newcomer: string,
  { state, dialed }: Presence,
): boolean =>
  uuid === undefined &&
  state !== 'left' &&
  address !== undefined &&
  dialed !== undefined &&
  others?.has(newcomer) === false &&
  addressIn(dialed) === address;
