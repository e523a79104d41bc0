import type { InfinityParticipant, Stage } from '@pexip/plugin-api';

/**
 * A participant as a classic plugin is given it: the properties of the guides, and the one that published
 * plugins use.
 * @see Plugin guide, "Participant properties"
 */
export interface ClassicParticipant {
  uuid: string;
  name: string;
  role: 'chair' | 'guest';
  uri: string;
  /** Seconds since 1970, UTC. */
  startTime: number;
  protocol: string;
  isExternal: boolean;
  presenting: boolean;
  muted: boolean;
  canControl: boolean;
  canDisconnect: boolean;
  canTransfer: boolean;
  canMute: boolean;
  serviceType: string;
  callType: 'video' | 'audio' | 'api';
  /** Seconds since 1970 at which the spotlight was set; 0 without one. */
  spotlight: number;
  isStreaming: boolean;
  /** 0 not speaking, 100 speaking. */
  vad: number;
  /** 0 is the most recent speaker. */
  stageIndex: number;
  rxPresentation: boolean;
  feccSupported: boolean;
  /** Seconds since 1970 at which the hand was raised; 0 if it is down. */
  buzzTime: number;
  /** Not in the guides: the camera is muted. */
  isVideoMuted: boolean;
}

/** The names of all of them, for those who look at a plugin's source file. */
export const PARTICIPANT_PROPERTIES: readonly (keyof ClassicParticipant)[] = [
  ...(['uuid', 'name', 'role', 'uri', 'startTime', 'protocol', 'isExternal', 'presenting', 'muted'] as const),
  ...([
    'canControl',
    'canDisconnect',
    'canTransfer',
    'canMute',
    'serviceType',
    'callType',
    'spotlight',
  ] as const),
  ...([
    'isStreaming',
    'vad',
    'stageIndex',
    'rxPresentation',
    'feccSupported',
    'buzzTime',
    'isVideoMuted',
  ] as const),
];

/** Of somebody whom the stage does not name: behind all whom it does. */
const OFF_STAGE = { vad: 0, stageIndex: -1 };

/** Makes a classic participant of one of Web App 3's; who speaks comes from the meeting's stage. */
export function toClassicParticipant(
  participant: InfinityParticipant,
  stage: ReadonlyMap<string, Stage>,
): ClassicParticipant {
  const { vad, stageIndex } = stage.get(participant.uuid) ?? OFF_STAGE;
  return {
    uuid: participant.uuid,
    name: participant.displayName ?? '',
    role: participant.role === 'chair' ? 'chair' : 'guest',
    uri: participant.uri ?? '',
    startTime: participant.startTime,
    protocol: participant.protocol ?? '',
    isExternal: participant.isExternal,
    presenting: participant.isPresenting,
    muted: participant.isMuted,
    canControl: participant.canControl,
    canDisconnect: participant.canDisconnect,
    canTransfer: participant.canTransfer,
    canMute: participant.canMute,
    serviceType: participant.serviceType ?? '',
    callType: participant.callType,
    spotlight: participant.spotlightOrder,
    isStreaming: participant.isStreaming,
    vad,
    stageIndex,
    rxPresentation: participant.rxPresentation,
    feccSupported: participant.canFecc,
    buzzTime: participant.handRaisedTime,
    isVideoMuted: participant.isCameraMuted,
  };
}
