import type { DialMap } from '@pexip/infinity-api';
import type { Conference } from './conference';
import { readDestination } from './destination';
import type { NodeParticipant } from './participant';
import { failed, type Reply, success } from './replies';

/** How long simulated calls take, in milliseconds. */
export interface DialTimings {
  /** From the dial to the answer. */
  ringMs: number;
  /** The same for `slow@…`. */
  slowMs: number;
  /** From the answer of `leave@…` until it leaves. */
  leaveMs: number;
}

type DialBody = DialMap['Body'];

function describe(body: DialBody, address: string, uri: string): Partial<NodeParticipant> {
  const displayName = body.remote_display_name || body.text || address;
  return {
    call_direction: 'out',
    display_name: displayName,
    overlay_text: body.text || body.remote_display_name || '',
    has_media: false,
    is_audio_only_call: body.call_type === 'audio' ? 'YES' : 'NO',
    is_video_call: body.call_type === 'audio' ? 'NO' : 'YES',
    is_streaming_conference: body.streaming === 'yes',
    // A roster entry has no 'auto': by then the node has found out what to call with.
    protocol: body.protocol === 'auto' ? 'sip' : body.protocol,
    role: body.role === 'HOST' ? 'chair' : 'guest',
    service_type: 'connecting',
    uri,
  };
}

/** What participants do once they have joined, by the user part of their address. */
const HABITS: Readonly<Record<string, (now: number) => Partial<NodeParticipant>>> = {
  wave: (now) => ({ buzz_time: now }),
  muted: () => ({ is_client_muted: true }),
  present: () => ({ is_presenting: 'YES' }),
  lobby: () => ({ service_type: 'waiting_room' }),
};

const nameIn = (address: string): string => address.split('@', 1)[0]?.toLowerCase() ?? '';

/** Whether the node refuses every action on this participant, so that refusals can be shown. */
export const isStubborn = ({ uri = '' }: Pick<NodeParticipant, 'uri'>): boolean =>
  nameIn(uri.replace(/^\w+:/, '')) === 'stubborn';

/**
 * Places a simulated call: the participant is in the roster as `connecting` before the reply leaves, and
 * becomes `conference` when it answers. What becomes of it stands in `readDestination`.
 */
export function dialOut(conference: Conference, body: DialBody, timings: DialTimings): Reply {
  const destination = readDestination(body.destination, body.protocol);
  if (destination.kind === 'refused') return failed(destination.reason);
  // Pexip's own `conference.dialOut` throws at an empty list, while words make it wait for ever.
  if (destination.kind === 'no-route') return success([]);

  const { kind, address, uri } = destination;
  const { uuid } = conference.join(describe(body, address, uri));
  if (kind !== 'noanswer') {
    conference.timers.after(kind === 'slow' ? timings.slowMs : timings.ringMs, () => {
      const joinedAt = Math.floor(Date.now() / 1000);
      const habit = HABITS[nameIn(address)]?.(joinedAt);
      // Hung up while it rang: there is nobody left to join.
      const answered = { service_type: 'conference', has_media: true, start_time: joinedAt } as const;
      if (!conference.update(uuid, { ...answered, ...habit })) return;
      if (body.dtmf_sequence) conference.dtmf.push({ uuid, digits: body.dtmf_sequence });
      if (kind === 'leave') conference.timers.after(timings.leaveMs, () => conference.remove(uuid));
    });
  }
  return success([uuid]);
}
