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

/**
 * Places a simulated call: the participant is in the roster as `connecting` before the reply leaves, and becomes
 * `conference` when it answers. What becomes of it stands in `readDestination`.
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
      // Hung up while it rang: there is nobody left to join.
      if (!conference.update(uuid, { service_type: 'conference', has_media: true, start_time: joinedAt }))
        return;
      if (body.dtmf_sequence) conference.dtmf.push({ uuid, digits: body.dtmf_sequence });
      if (kind === 'leave') conference.timers.after(timings.leaveMs, () => conference.remove(uuid));
    });
  }
  return success([uuid]);
}
