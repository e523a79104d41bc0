import type { Channel, RPCCalls } from '@pexip/plugin-api';
import type { DialRequest } from '../../protocol/dial-fields';
import type { Result } from '../../protocol/result';

/**
 * The plugin API's calls whose raw replies are read here: they are the node's own, wrapped as
 * `{status, data: {status, result}}`, and the published functions drop its words or trip over them.
 */

/** What Pexip's own `conference.dialOut` says when the node placed no call and gave no reason. */
const REFUSED = 'Could not dial out to specified uri';

/**
 * Places a call, and gives the uuid of the participant that the node created for it.
 *
 * The same call as `plugin.conference.dialOut`, which takes the first element of `result`: for a refusal in
 * words that is a letter, and it waits for a participant of that name for ever.
 * @see `conference.dialOut` in `@pexip/plugin-api` 22
 */
export async function place(channel: Channel, request: DialRequest): Promise<Result<string>> {
  const result = resultOf(await channel.callRPC('conference:dialOut', request));
  const uuid: unknown = Array.isArray(result) ? result[0] : undefined;
  if (typeof uuid === 'string' && uuid !== '') return { ok: true, value: uuid };
  return { ok: false, error: typeof result === 'string' && result !== '' ? result : REFUSED };
}

/** Takes a participant out of the meeting, or ends the call to one who has not answered. */
export async function disconnect(channel: Channel, participantUuid: string): Promise<Result<undefined>> {
  // Pexip's uuids are branded in the types alone.
  const payload = { participantUuid } as RPCCalls['participant:disconnect']['payload'];
  const result = resultOf(await channel.callRPC('participant:disconnect', payload));
  if (result === true) return { ok: true, value: undefined };
  return { ok: false, error: typeof result === 'string' && result !== '' ? result : 'the meeting refused' };
}

/** Writes in the meeting's chat, to everybody. */
export async function sendMessage(channel: Channel, payload: string): Promise<Result<undefined>> {
  const result = resultOf(await channel.callRPC('conference:sendMessage', { payload }));
  if (result === true) return { ok: true, value: undefined };
  return { ok: false, error: typeof result === 'string' && result !== '' ? result : 'the meeting refused' };
}

/** A participant as the node lists it. */
export type Listed = { isConnecting: boolean; isDialled: boolean; displayName: string | undefined };

/**
 * Who is in the meeting, by uuid, as the node has it at this moment; `undefined` if it did not say. The
 * events tell a plugin that has just loaded only what happens from now on.
 */
export async function listParticipants(channel: Channel): Promise<Map<string, Listed> | undefined> {
  const result = resultOf(await channel.callRPC('conference:requestParticipants', {}));
  if (!Array.isArray(result)) return undefined;
  const listed = new Map<string, Listed>();
  for (const entry of result) {
    const [uuid, name] = [field(entry, 'uuid'), field(entry, 'display_name')];
    if (typeof uuid !== 'string') continue;
    listed.set(uuid, {
      isConnecting: field(entry, 'service_type') === 'connecting',
      isDialled: field(entry, 'call_direction') === 'out',
      displayName: typeof name === 'string' ? name : undefined,
    });
  }
  return listed;
}

const resultOf = (reply: unknown): unknown => field(field(reply, 'data'), 'result');

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
