/**
 * The calls that the top window has placed, each from its dial to its end, by what the classic API tells: the
 * callback of `dialOut`, which has the participant's uuid, and `participants$`.
 *
 *   dial-out ─▶ dialOut ─▶ callback with a uuid           dial-out-progress calling
 *                 │        in participants$, connecting    dial-out-progress ringing
 *                 │        there, no longer connecting     dial-out-success
 *                 │        gone again                      dial-out-progress left, or
 *                 │                                        dial-out-error if nobody answered
 *                 └▶ callback without one                  dial-out-error
 */
import type { DialRequest } from '../../protocol/dial-fields';
import type { PluginMessage } from '../../protocol/messages';
import type { Pex, PexParticipant } from './pex';

/**
 * What Pexip's own plugin API says when the node placed no call and gave no reason. The classic one gives
 * none.
 */
const REFUSED = 'Could not dial out to specified uri';

type Name = { requestId?: string | undefined; uuid?: string | undefined };
type Call = {
  requestId: string | undefined;
  uuid: string | undefined;
  told: 'calling' | 'ringing' | 'joined';
  /** Somebody who has not been listed yet has not left. */
  isListed: boolean;
  isHungUp: boolean;
};

interface Calls {
  dial(request: DialRequest, requestId: string | undefined): void;
  hangUp(name: Name): void;
  onParticipants(participants: readonly PexParticipant[]): void;
  /** Forgets all calls: the meeting was left. */
  forget(): void;
}

/** Follows calls, and reports them to the top window with `send`. */
export function followCalls(api: Pex['pluginAPI'], send: (message: PluginMessage) => void): Calls {
  const calls = new Set<Call>();
  let participants: readonly PexParticipant[] = [];

  function follow(call: Call): void {
    const { uuid, requestId, told } = call;
    if (uuid === undefined) return;
    const listed = participants.find((each) => each.uuid === uuid);
    if (!listed) {
      if (call.isListed) end(call, uuid);
      return;
    }
    call.isListed = true;
    if (told === 'joined') return;
    if (listed.serviceType !== 'connecting') {
      call.told = 'joined';
      send({ name: 'dial-out-success', uuid, displayName: listed.name, requestId });
    } else if (told === 'calling') {
      call.told = 'ringing';
      send({ name: 'dial-out-progress', state: 'ringing', requestId, uuid });
    }
  }

  function end(call: Call, uuid: string): void {
    calls.delete(call);
    const { requestId } = call;
    if (call.told === 'joined' || call.isHungUp) {
      send({ name: 'dial-out-progress', state: 'left', requestId, uuid });
    } else send({ name: 'dial-out-error', message: 'The call was not answered', requestId });
  }

  const find = ({ requestId, uuid }: Name) =>
    [...calls].find((call) =>
      requestId === undefined ? uuid !== undefined && call.uuid === uuid : call.requestId === requestId,
    );

  return {
    dial({ destination, protocol, role, ...rest }, requestId) {
      const call: Call = { requestId, uuid: undefined, told: 'calling', isListed: false, isHungUp: false };
      calls.add(call);
      const onReply = (value: unknown) => {
        if (!calls.has(call)) return;
        const uuid = uuidIn(value);
        if (uuid === undefined) {
          calls.delete(call);
          send({ name: 'dial-out-error', message: REFUSED, requestId });
          return;
        }
        call.uuid = uuid;
        send({ name: 'dial-out-progress', state: 'calling', requestId, uuid });
        if (call.isHungUp) api.disconnectParticipant(uuid);
        follow(call);
      };
      api.dialOut(destination, protocol, role.toLowerCase(), onReply, paramsOf(rest));
    },
    hangUp(name) {
      const call = find(name);
      if (!call) {
        const message = 'this page did not place this call, or it has ended';
        send({ name: 'hang-up-error', message, ...name });
        return;
      }
      call.isHungUp = true;
      // Before the reply there is no participant to disconnect: it is done as soon as there is.
      if (call.uuid !== undefined) api.disconnectParticipant(call.uuid);
    },
    onParticipants(now) {
      participants = now;
      for (const call of calls) follow(call);
    },
    forget() {
      calls.clear();
      participants = [];
    },
  };
}

/** The rest of a dial request for `dialOut`, which takes streaming as a flag. */
function paramsOf({ streaming, ...rest }: Omit<DialRequest, 'destination' | 'protocol' | 'role'>) {
  return { ...rest, ...(streaming !== undefined && { streaming: streaming === 'yes' }) };
}

/** @see Plugin guide, the recording plugin: `value.result.length === 0`, `value.result[0]` */
function uuidIn(value: unknown): string | undefined {
  const result: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'result') : undefined;
  const first: unknown = Array.isArray(result) ? result[0] : undefined;
  return typeof first === 'string' && first !== '' ? first : undefined;
}
