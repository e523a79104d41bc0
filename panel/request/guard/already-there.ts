import type { DialRequest } from '../../../protocol/dial-fields';
import type { Call, Meeting } from '../../../protocol/meeting';
import type { PeerConnection } from '../../../protocol/panel';
import type { Participant } from '../../../protocol/people';
import { peopleNow } from '../meeting/follow-people';

/** Somebody who is to be dialed and is in the meeting already, or is being called into it. */
export type There = { name: string; isJoined: boolean };

/**
 * Returns who of those that are to be dialed into a meeting is there already: by a call of a panel that is
 * not over, or by the roster. `calls` are calls that the meeting does not list yet.
 */
export async function alreadyThere(
  requests: readonly DialRequest[],
  meeting: Meeting | undefined,
  calls: readonly Call[],
  connection: PeerConnection,
): Promise<readonly There[]> {
  const people = meeting && (await peopleNow(connection, meeting));
  const all = [...calls, ...(meeting?.calls ?? [])];
  return requests.flatMap((request) => {
    const sameParty = all.filter((call) => isSameParty(call, request));
    const byCall = sameParty.flatMap((call): There[] => {
      const person = call.uuid === undefined ? undefined : people?.get(call.uuid);
      if (!person && !isLive(call)) return [];
      return [{ name: nameOf(call), isJoined: person ? !person.isRinging : call.state.name === 'joined' }];
    });
    if (byCall.length > 0) return byCall;
    const calledSo = [...(people?.values() ?? [])].filter(({ displayName }) =>
      isSameAddress(displayName, request.destination),
    );
    return calledSo
      .slice(0, 1)
      .map(({ displayName = '', isRinging }): There => ({ name: displayName, isJoined: !isRinging }));
  });
}

/** Whether somebody may be in the meeting, or come into it, by this call. */
const isLive = ({ state: { name } }: Call) => !/left|failed|cancelled|unknown/.test(name);

/** Other tones can lead to somebody else. */
const isSameParty = ({ request }: Call, { destination, dtmf_sequence }: DialRequest): boolean =>
  request.destination.toLowerCase() === destination.toLowerCase() && request.dtmf_sequence === dtmf_sequence;

/** A node names whom it has dialed by the address, unless they have a name of their own. */
const isSameAddress = (one: Participant['displayName'], other: string): boolean =>
  one !== undefined && one !== '' && plain(one) === plain(other);

const plain = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^(?:sips?|h323|mssip|tel):/, '');

const nameOf = ({ displayName, request }: Call): string =>
  displayName || request.remote_display_name || request.destination;
