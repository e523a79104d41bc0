import { MAIN_ROOM_ID, type Participant } from '@pexip/infinity';
import type { Behavior } from '../config/behavior';
import type { PluginHost } from '../host/plugin-host';
import { type Activity, followRoster } from '../sdk/roster';
import type { Session } from '../sdk/session';

/** What the page shows of a meeting. */
interface MeetingView {
  onJoined(): void;
  onRoster(participants: Participant[], me: Participant | undefined): void;
  onMessage(displayName: string, text: string): void;
  onPinRequired(note: string): void;
  onEnded(why: string): void;
}

/** Whether this page is in a meeting, and what a plugin that registers late has missed. */
interface MeetingState {
  conference: { conferenceAlias: string; conferenceName?: string } | undefined;
}

/** Passes the SDK's signals on to the plugins and to the page. */
export function relayMeetingEvents(
  session: Session,
  host: PluginHost,
  behavior: Behavior,
  view: MeetingView,
): MeetingState {
  const { signals } = session;
  const state: MeetingState = { conference: undefined };

  signals.onAuthenticatedWithConference.add(({ conferenceAlias, conferenceName }) => {
    // The signal also carries the token, which is nothing for a plugin.
    state.conference = { conferenceAlias, ...(conferenceName ? { conferenceName } : {}) };
    host.emit('event:conference:authenticated', state.conference);
    if (behavior.edition === 'classic') host.emit('event:connected', undefined);
    view.onJoined();
  });
  signals.onConnected.add(() => {
    // Before `authenticated`, and once more whenever the event stream has returned.
    if (behavior.edition === 'current') host.emit('event:connected', undefined);
  });
  signals.onDisconnected.add(({ error, errorCode }) => {
    state.conference = undefined;
    host.emit('event:disconnected', { error, errorCode });
    view.onEnded(error);
  });
  signals.onError.add(({ error, errorCode }) => {
    host.emit('event:disconnected', { error, errorCode });
    if (error === 'Invalid PIN') view.onPinRequired(error);
    else view.onEnded(error);
  });
  signals.onPinRequired.add(({ hasGuestPin }) => {
    view.onPinRequired(hasGuestPin ? 'A PIN is needed to join.' : 'A PIN is needed to join as host.');
  });
  relayRoster(session, host, behavior, view);
  relayConversation(session, host, view);
  signals.onConferenceStatus.add((status) => host.emit('event:conferenceStatus', status));
  signals.onLayoutUpdate.add((layout) => host.emit('event:layoutUpdate', layout));
  signals.onStage.add((stages) => host.emit('event:stage', stages));
  signals.onTransfer.add(({ alias }) => host.emit('event:transfer', { alias }));
  signals.onCancelTransfer.add((details) => host.emit('event:cancelTransfer', details));
  signals.onMe.add((me) => host.emit('event:me', me));
  signals.onRaiseHand.add((event) => host.emit('event:raiseHand', event));
  return state;
}

function relayRoster(
  { client, signals }: Session,
  host: PluginHost,
  { edition, activityField, joinedAt }: Behavior,
  view: MeetingView,
): void {
  const id = MAIN_ROOM_ID;
  let myUuid: string | undefined;
  const emitActivities = (activities: Activity[]): void => {
    const events = activities.map(({ type, participant }) => ({
      roomId: id,
      activity: { [activityField]: type, participant },
    }));
    // API 21.1 had another field than the published types of 22.
    type Payload = Parameters<typeof host.emit<'event:participantsActivities'>>[1];
    host.emit('event:participantsActivities', events as unknown as Payload);
  };
  followRoster(client, signals, {
    onJoined: (participant) => {
      if (joinedAt === 'create') host.emit('event:participantJoined', { id, participant });
    },
    onAnswered: (participant) => {
      if (joinedAt === 'answer') host.emit('event:participantJoined', { id, participant });
    },
    onLeft: (participant) => host.emit('event:participantLeft', { id, participant }),
    onRoster: (participants, activities) => {
      const me = client.getMe(id);
      // The SDK says nothing of oneself during the first sync.
      if (me && me.uuid !== myUuid) host.emit('event:me', { id, participant: me });
      myUuid = me?.uuid;
      if (edition === 'classic' || !activities) host.emit('event:participants', { id, participants });
      else emitActivities(activities);
      view.onRoster(participants, me);
    },
  });
}

function relayConversation({ signals }: Session, host: PluginHost, view: MeetingView): void {
  signals.onMessage.add(({ at, id, message, displayName, userId, direct }) => {
    const event = direct ? 'event:directMessage' : 'event:message';
    host.emit(event, { at, id, message, displayName, userId });
    view.onMessage(displayName, message);
  });
  signals.onApplicationMessage.add((message) => host.emit('event:applicationMessage', message));
}

/** Brings a plugin that registers during a meeting up to date, which the `current` edition does not do. */
export function replayMeeting(
  state: MeetingState,
  { client }: Session,
  { edition }: Behavior,
  emit: PluginHost['emit'],
): void {
  if (!state.conference || edition === 'current') return;
  const id = MAIN_ROOM_ID;
  emit('event:conference:authenticated', state.conference);
  emit('event:connected', undefined);
  const me = client.getMe(id);
  if (me) emit('event:me', { id, participant: me });
  emit('event:participants', { id, participants: client.getParticipants(id) });
  const status = client.conferenceStatus.get(id);
  if (status) emit('event:conferenceStatus', { id, status });
}
