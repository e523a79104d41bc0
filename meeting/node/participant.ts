import { randomUUID } from 'node:crypto';
import type { ParticipantsMap } from '@pexip/infinity-api';

type Listed = ParticipantsMap['200']['result'][number];

/**
 * One entry of the roster, in the shape that Pexip's REST API and its event stream share. Whatever the
 * published types say, a participant has no `start_time` while it is connecting.
 */
export type NodeParticipant = Omit<Listed, 'start_time'> & Partial<Pick<Listed, 'start_time'>>;

/**
 * A roster entry with a node's defaults; `fields` overrides them.
 *
 * The set of fields is what `validateParticipants200` of `@pexip/infinity-api` 20 requires plus what
 * `@pexip/infinity` reads when it turns an entry into a participant.
 */
export function createParticipant(alias: string, fields: Partial<NodeParticipant>): NodeParticipant {
  const uuid = fields.uuid ?? randomUUID();
  const now = Math.floor(Date.now() / 1000);
  return {
    api_url: `/participants/${uuid}/`,
    buzz_time: 0,
    call_direction: 'in',
    call_tag: '',
    can_receive_personal_mix: false,
    disconnect_supported: 'YES',
    display_name: '',
    encryption: 'On',
    external_node_uuid: '',
    fecc_supported: 'NO',
    has_media: true,
    is_audio_only_call: 'NO',
    is_client_muted: false,
    is_conjoined: false,
    is_external: false,
    is_idp_authenticated: false,
    is_main_video_dropped_out: false,
    is_muted: 'NO',
    is_presenting: 'NO',
    is_streaming_conference: false,
    is_transferring: false,
    is_video_call: 'YES',
    is_video_muted: false,
    is_video_silent: false,
    local_alias: alias,
    mute_supported: 'YES',
    needs_presentation_in_mix: false,
    overlay_text: '',
    presentation_supported: 'NO',
    protocol: 'sip',
    receive_from_video_mix: { mix_name: 'main', timestamp: now },
    role: 'guest',
    rx_presentation_policy: 'ALLOW',
    service_type: 'conference',
    spotlight: 0,
    ...(fields.service_type !== 'connecting' && { start_time: now }),
    supports_direct_chat: false,
    transfer_supported: 'YES',
    uri: '',
    vendor: 'Demo meeting',
    ...fields,
    uuid,
  };
}
