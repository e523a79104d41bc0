import type { RPCCalls } from '@pexip/plugin-api';
import type { DialRequest } from '../../protocol/dial-fields';
import type { Result } from '../../protocol/result';
import { field, textField } from '../field';
import type { Channel } from './channel';
import { asInEvents, type Reading, read } from './person';

/**
 * The plugin API's calls whose raw replies are read here: they are the node's own, wrapped as
 * `{status, data: {status, result}}`, and the published functions drop its words or trip over them.
 */

/** For a call that the node did not place, where it gave no reason or Web App 3 dropped it. */
const REFUSED = 'no call was placed, and no reason was given';

/**
 * Places a call, and gives the uuid of the participant that the node created for it.
 *
 * The same call as `plugin.conference.dialOut`, which takes the first element of `result`: for a refusal in
 * words that is a letter, and it waits for a participant of that name for ever.
 * @see `conference.dialOut` in `@pexip/plugin-api` 22
 */
export async function placeCall(channel: Channel, request: DialRequest): Promise<Result<string>> {
  const result = resultOf(await channel.callRPC('conference:dialOut', request));
  const uuid: unknown = Array.isArray(result) ? result[0] : undefined;
  if (typeof uuid === 'string' && uuid !== '') return { ok: true, value: uuid };
  return { ok: false, error: reasonIn(result) ?? REFUSED };
}

/**
 * Takes a participant out of the meeting, or ends the call to one who has not answered. Returns why not, if
 * the node refuses.
 */
export async function disconnect(channel: Channel, participantUuid: string): Promise<string | undefined> {
  // Pexip's uuids are branded in the types alone.
  const payload = { participantUuid } as RPCCalls['participant:disconnect']['payload'];
  return refusalIn(await channel.callRPC('participant:disconnect', payload));
}

/**
 * Writes in the meeting's chat, to everybody. Not by `conference:sendMessage`: the client SDK keeps a message
 * that was refused, and sends it before its next call, beside whatever the user has done about it meanwhile.
 * Returns why not, if it was refused.
 */
export async function sendMessage(
  channel: Channel,
  text: string,
  isDirectMedia: boolean,
): Promise<string | undefined> {
  // Then it goes from browser to browser: the node has no part in it, and nothing is kept.
  if (isDirectMedia) return refusalIn(await channel.callRPC('conference:sendMessage', { payload: text }));
  const payload = { type: 'text/plain', payload: text };
  const request = { method: 'POST', path: 'message', payload } as const;
  return refusalIn(await channel.callRPC('conference:sendRequest', request));
}

/**
 * Who is in the meeting, by uuid, as the node has it at this moment; `undefined` if it did not say. The
 * events tell a plugin that has just loaded only what happens from now on.
 */
export async function listParticipants(channel: Channel): Promise<Map<string, Reading> | undefined> {
  let result = resultOf(await channel.callRPC('conference:requestParticipants', {}));
  if (!Array.isArray(result)) {
    // Pexip's validator refuses a list in which somebody has no `start_time`, as everybody whose call rings.
    const request = { method: 'GET', path: 'participants' } as const;
    result = resultOf(await channel.callRPC('conference:sendRequest', request));
  }
  if (!Array.isArray(result)) return undefined;
  const listed = new Map<string, Reading>();
  for (const entry of result) {
    const uuid = textField(entry, 'uuid');
    if (uuid !== undefined) listed.set(uuid, read(asInEvents(entry), uuid));
  }
  return listed;
}

/** Why the node has not done what a call asks for; `undefined` if it has. */
export function refusalIn(reply: unknown): string | undefined {
  const result = resultOf(reply);
  return result === true ? undefined : (reasonIn(result) ?? 'the node refused');
}

const reasonIn = (result: unknown) => (typeof result === 'string' && result !== '' ? result : undefined);

const resultOf = (reply: unknown): unknown => field(field(reply, 'data'), 'result');
