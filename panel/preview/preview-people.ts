import type { Meeting, PendingAction } from '../../protocol/meeting';
import type { Participant } from '../../protocol/people';
import { PEOPLE_FEATURES } from '../../protocol/people-features';
import { CAN } from '../log/simulated-people';

/** When it was so many seconds ago. */
export const ago = (seconds: number) => Date.now() - seconds * 1000;

const somebody = (uuid: string, displayName: string, over: Partial<Participant> = {}): Participant => ({
  uuid,
  displayName,
  can: CAN,
  joinedAt: ago(300),
  ...over,
});

/** People in every state, in the waiting room too. */
export const PREVIEW_PEOPLE: readonly Participant[] = [
  somebody('me', 'Kari Nordmann', { isHost: true, joinedAt: ago(900) }),
  // A name as long as a narrow row is wide: next to two buttons there is no room for it.
  somebody('lobby', 'Lobby Featherstonhaugh', { isWaiting: true, joinedAt: ago(40) }),
  somebody('ines', 'Ines Okafor', { raisedHand: true, raisedAt: ago(20) }),
  somebody('alice', 'Alice', { isCameraMuted: true, isMuted: true, joinedAt: ago(64) }),
  somebody('bo', 'Bo', { isPresenting: true, isSpotlight: true, isHost: true }),
  somebody('carol', 'carol@example.com', { isRinging: true, joinedAt: undefined }),
  somebody('room', 'sip:a-very-long-conference-room-name.building-seven@video.engineering.example.com', {
    overlayText: 'Third floor, room with the long name',
    raisedHand: true,
    raisedAt: ago(10),
    isMuted: true,
    isCameraMuted: true,
    isPresenting: true,
    isSpotlight: true,
    joinedAt: ago(500),
  }),
  somebody('stubborn', 'Stubborn Olsen', { joinedAt: ago(600) }),
  somebody('guest', 'Guest without rights', { can: {}, joinedAt: ago(700) }),
];

/** A meeting of more people than fit on a screen. */
export const PREVIEW_CROWD: readonly Participant[] = Array.from({ length: 1000 }, (_, index) =>
  somebody(`crowd-${index}`, `Person ${index + 1}`, {
    isMuted: index % 3 > 0,
    raisedHand: index % 100 === 7,
    raisedAt: index % 100 === 7 ? ago(index) : undefined,
    joinedAt: ago(1000 - index),
  }),
);

const action = (
  name: 'spotlight' | 'disconnect' | 'mute',
  participantUuid: string,
  at: number,
  error?: string,
) =>
  ({
    action: { name, participantUuid, active: true, muted: true, requestId: `${name}-${participantUuid}` },
    at,
    ...(error !== undefined && { error }),
  }) as PendingAction;

/** What a meeting has beside its people. */
export const withPeople = (meeting: Meeting, people: readonly Participant[]): Meeting => ({
  ...meeting,
  plugin: { name: 'ready', inMeeting: true, features: ['request-id', 'hang-up', ...PEOPLE_FEATURES] },
  people: {
    total: people.length,
    waiting: people.filter(({ isWaiting }) => isWaiting).length,
    raised: people.filter(({ raisedHand }) => raisedHand).length,
  },
  self: { participantUuid: 'me', isHost: true },
});

/** Presses under way, refused, and never confirmed. */
export const PREVIEW_ACTIONS: readonly PendingAction[] = [
  action('spotlight', 'alice', Date.now() + 60_000),
  action('disconnect', 'stubborn', ago(5), 'This participant refuses everything'),
  action('mute', 'bo', ago(60)),
];
