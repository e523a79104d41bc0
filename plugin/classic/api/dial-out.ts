import { parseDialRequest } from '../../../protocol/dial-request';
import { inEnglish } from '../../../protocol/english';
import type { Result } from '../../../protocol/result';
import type { Asking } from '../isolation/requests';
import { ask } from './reply';

/** What the callback of `dialOut` is given: the uuid of the new participant, or an empty list. */
export interface DialValue {
  status: 'success' | 'failed';
  result: string[];
}

/** The names that PexRTC has for what the node calls otherwise. */
const RENAMED: Readonly<Record<string, string>> = {
  presentation_uri: 'presentation_url',
  overlay_text: 'text',
};

/**
 * The body of a dial request from what a plugin gives to `dialOut`: `host` and `guest` in any case,
 * `streaming` as a flag, PexRTC's names beside the node's own. What neither knows is left out.
 * @see Plugin guide, "dialOut", and the recording plugin there
 */
export function toDialRequest(alias: unknown, protocol: unknown, role: unknown, params: unknown) {
  const given = typeof params === 'object' && params !== null ? Object.entries(params) : [];
  const more = given.map(([name, value]) => [RENAMED[name] ?? name, flagToWord(value)]);
  return parseDialRequest({
    ...Object.fromEntries(more),
    destination: alias,
    protocol,
    role: String(role).toUpperCase() === 'CHAIR' ? 'HOST' : String(role).toUpperCase(),
  });
}

const flagToWord = (value: unknown) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value);

/** Dials, and says which participant the node has made for the call, or why there is none. */
export async function dialOut(
  channel: Asking,
  ...[alias, protocol, role, params]: Parameters<typeof toDialRequest>
): Promise<Result<string>> {
  const request = toDialRequest(alias, protocol, role, params);
  if (!request.ok) return { ok: false, error: request.error.map(inEnglish).join('; ') };
  const reply = await ask(channel, 'conference:dialOut', request.value);
  if (!reply.ok) return reply;
  const uuid: unknown = Array.isArray(reply.value) ? reply.value[0] : undefined;
  if (typeof uuid === 'string' && uuid !== '') return { ok: true, value: uuid };
  return { ok: false, error: 'no call was placed' };
}
