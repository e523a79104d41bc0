import type { Events, InfinityParticipant, Stage } from '@pexip/plugin-api';
import { BehaviorSubject, Subject } from 'rxjs';
import type { Role } from '../package/package-file';
import {
  ACTIONS,
  type Action,
  BUZZ_CHANGED,
  type ChatPayload,
  MUTED_CHANGED,
  SET_SELF_UUID,
} from './actions';
import { afterActivities } from './activities';
import { type ConferenceDetails, toConferenceDetails } from './conference-details';
import { type ClassicParticipant, toClassicParticipant } from './participant';
import { followPresence } from './presence';
import type { SoFar } from './so-far';

/** The meeting as classic plugins see it. */
export interface ClassicMeeting {
  readonly participants$: BehaviorSubject<ClassicParticipant[]>;
  readonly conferenceDetails$: BehaviorSubject<ConferenceDetails>;
  readonly actions$: Subject<Action>;
  /** The user's role; undefined until the meeting is joined. */
  readonly role$: BehaviorSubject<Role | undefined>;
  readonly me: InfinityParticipant | undefined;
  readonly alias: string | undefined;
  /**
   * Takes in what the meeting reported before this document listened. Until then no plugin is told that it is
   * joined.
   */
  catchUp(soFar: SoFar): void;
}

/** Follows the meeting through Web App 3's events and puts it into the guides' terms. */
export function followMeeting(events: Events): ClassicMeeting {
  const participants$ = new BehaviorSubject<ClassicParticipant[]>([]);
  const conferenceDetails$ = new BehaviorSubject(toConferenceDetails(undefined, undefined));
  const actions$ = new Subject<Action>();
  const role$ = new BehaviorSubject<Role | undefined>(undefined);
  let alias: string | undefined;
  let connected = false;
  let isOpen = false;
  let isAnnounced = false;
  let me: InfinityParticipant | undefined;
  let participants: InfinityParticipant[] | undefined;
  let status: SoFar['status'];
  let stage: ReadonlyMap<string, Stage> = new Map();

  const presence = followPresence(
    (participant) => {
      if (participant.uuid === me?.uuid) return;
      const payload = toClassicParticipant(participant, stage);
      actions$.next({ type: ACTIONS.PARTICIPANT_CONNECT_SUCCESS, payload });
    },
    // Published plugins compare the payload with a uuid.
    (payload) => actions$.next({ type: ACTIONS.PARTICIPANT_DISCONNECT_SUCCESS, payload }),
  );
  const publishParticipants = () =>
    participants$.next((participants ?? []).map((each) => toClassicParticipant(each, stage)));
  const publishDetails = () => conferenceDetails$.next(toConferenceDetails(status, me));

  /**
   * In the meeting is who is connected and knows who they are: plugins ask for both as soon as they hear of
   * it.
   */
  function settle(): void {
    if (!isOpen || !connected || !me) return;
    const role = me.role === 'chair' ? 'chair' : 'guest';
    if (role !== role$.value) role$.next(role);
    if (isAnnounced) return;
    isAnnounced = true;
    actions$.next({ type: SET_SELF_UUID, payload: me.uuid });
    const payload = {
      alias,
      displayName: me.displayName ?? '',
      joinRole: role === 'chair' ? 'HOST' : 'GUEST',
      serviceType: me.serviceType,
    };
    actions$.next({ type: ACTIONS.CONNECT_SUCCESS, payload });
  }

  function leave(): void {
    const wasAnnounced = isAnnounced;
    [connected, isAnnounced] = [false, false];
    [me, participants, status, stage] = [undefined, undefined, undefined, new Map()];
    presence.clear();
    publishParticipants();
    publishDetails();
    if (wasAnnounced) actions$.next({ type: ACTIONS.DISCONNECT_SUCCESS });
  }

  const onAlias = (reported: string) => {
    alias = reported;
  };
  const onConnected = () => {
    connected = true;
    settle();
  };
  const onMe = (participant: InfinityParticipant) => {
    me = participant;
    publishDetails();
    settle();
  };
  const publishChange = (before: InfinityParticipant | undefined, now: InfinityParticipant) => {
    const payload = toClassicParticipant(now, stage);
    if (before && before.isMuted !== now.isMuted) actions$.next({ type: MUTED_CHANGED, payload });
    if (before && before.handRaisedTime !== now.handRaisedTime)
      actions$.next({ type: BUZZ_CHANGED, payload });
  };
  const onParticipants = (reported: InfinityParticipant[]) => {
    const before = participants ?? [];
    participants = reported;
    // The user's role may change, and the list tells of it too.
    const own = reported.find(({ uuid }) => uuid === me?.uuid);
    if (own) onMe(own);
    publishParticipants();
    for (const each of reported)
      publishChange(
        before.find(({ uuid }) => uuid === each.uuid),
        each,
      );
  };
  const onStatus = (reported: NonNullable<SoFar['status']>) => {
    status = reported;
    publishDetails();
  };

  events.authenticatedWithConference.add(({ conferenceAlias }) => onAlias(conferenceAlias));
  events.connected.add(onConnected);
  events.me.add(({ participant }) => onMe(participant));
  events.participants.add(({ participants: reported }) => onParticipants(reported));
  // From SDK 19.1 on, the list above comes only when a synchronization ends.
  events.participantsActivities.add((activities) => {
    onParticipants(afterActivities(participants ?? [], activities));
    presence.changed(activities);
  });
  events.conferenceStatus.add(({ status: reported }) => onStatus(reported));
  events.stage.add((stages) => {
    stage = new Map(stages.map((each) => [each.userId, each]));
    publishParticipants();
  });
  events.disconnected.add(leave);
  // All that comes after the user's own Leave since SDK 20.
  events.userInitiatedDisconnect.add(leave);
  events.participantJoined.add(({ participant }) => presence.joined(participant));
  events.participantLeft.add(({ participant }) => presence.left(participant.uuid));
  events.message.add(({ displayName, userId, message }) => {
    const payload: ChatPayload = { origin: displayName, uuid: userId, type: 'text/plain', payload: message };
    actions$.next({ type: ACTIONS.RECEIVE_CHAT_MESSAGE, payload });
  });

  return {
    participants$,
    conferenceDetails$,
    actions$,
    role$,
    get me() {
      return me;
    },
    get alias() {
      return alias;
    },
    catchUp(soFar) {
      isOpen = true;
      // What was reported since is newer.
      if (soFar.alias !== undefined) alias ??= soFar.alias;
      if (soFar.status && !status) onStatus(soFar.status);
      if (soFar.connected) connected = true;
      if (soFar.me && !me) onMe(soFar.me);
      if (soFar.participants && !participants) onParticipants(soFar.participants);
      settle();
    },
  };
}
