import { type Conference, TOKEN_SECONDS } from './conference';
import { failed, type Reply, success } from './replies';

/** The PINs of one conference; none at all: everybody joins as host. */
export interface Pins {
  host?: string;
  guest?: string;
}

const VERSION = { version_id: '39', pseudo_version: '80000.0.0' };

/**
 * What a PIN makes of a caller. A client that was told `guest_pin: 'none'` joins as guest with the PIN
 * `none`.
 */
function roleFor(pins: Pins, pin: string | undefined): 'HOST' | 'GUEST' | 'pin required' | 'invalid pin' {
  if (!pins.host && !pins.guest) return 'HOST';
  if (!pin) return 'pin required';
  if (pin === (pins.host ?? 'none')) return 'HOST';
  if (pin === (pins.guest ?? 'none')) return 'GUEST';
  return 'invalid pin';
}

/**
 * Lets a browser into a conference.
 * The result's fields are those that `@pexip/infinity` 20 joins with; see `validateRequestToken200` and
 * `…403`.
 */
export function requestToken(
  conference: Conference,
  pins: Pins,
  pin: string | undefined,
  displayName: string,
): Reply {
  const role = roleFor(pins, pin);
  if (role === 'invalid pin') return failed('Invalid PIN');
  if (role === 'pin required') {
    return {
      status: 403,
      body: {
        status: 'success',
        result: {
          pin: pins.host ? 'required' : 'none',
          guest_pin: pins.guest ? 'required' : 'none',
          version: VERSION,
        },
      },
    };
  }
  // A locked conference lets hosts in; guests wait until somebody admits them.
  const waits = conference.status.locked && role === 'GUEST';
  const { participant, token } = conference.admitBrowser({
    display_name: displayName,
    has_media: false,
    is_video_call: 'NO',
    protocol: 'api',
    role: role === 'HOST' ? 'chair' : 'guest',
    service_type: waits ? 'waiting_room' : 'conference',
    transfer_supported: 'NO',
  });
  return success({
    token,
    expires: String(TOKEN_SECONDS),
    participant_uuid: participant.uuid,
    version: VERSION,
    role,
    chat_enabled: true,
    service_type: 'conference',
    current_service_type: waits ? 'waiting_room' : 'conference',
    // An empty list makes RTCPeerConnection throw, and the join fails with #pex117.
    stun: [{ url: 'stun:127.0.0.1:3478' }],
    turn: [],
    display_name: displayName,
    conference_name: conference.alias,
    analytics_enabled: false,
    fecc_enabled: false,
    rtmp_enabled: true,
    rtsp_enabled: false,
    guests_can_present: true,
    vp9_enabled: true,
    allow_1080p: false,
    direct_media: false,
    call_type: 'video',
    breakout_rooms: false,
    trickle_ice_enabled: true,
  });
}
