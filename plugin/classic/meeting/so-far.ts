import type { Events, InfinityParticipant, Plugin } from '@pexip/plugin-api';
import { afterActivities } from './activities';

type StatusOf = Parameters<Parameters<Events['conferenceStatus']['add']>[0]>[0]['status'];

/** What the meeting has said up to now, as far as somebody who comes late must know it. */
export interface SoFar {
  alias?: string;
  connected: boolean;
  me?: InfinityParticipant;
  participants?: InfinityParticipant[];
  status?: StatusOf;
}

/**
 * Keeps what the meeting says. Web App 3 tells a plugin what happens from its registration on, and the widget
 * with the runtime registers later than this frame, at times after the meeting was joined.
 */
export function keepSoFar(events: Plugin['events']): { readonly now: SoFar } {
  let now: SoFar = { connected: false };
  events.authenticatedWithConference.add(({ conferenceAlias }) => {
    now = { ...now, alias: conferenceAlias };
  });
  events.connected.add(() => {
    now = { ...now, connected: true };
  });
  events.me.add(({ participant }) => {
    now = { ...now, me: participant };
  });
  events.participants.add(({ participants }) => {
    now = { ...now, participants };
  });
  events.participantsActivities.add((activities) => {
    now = { ...now, participants: afterActivities(now.participants ?? [], activities) };
  });
  events.conferenceStatus.add(({ status }) => {
    now = { ...now, status };
  });
  const leave = () => {
    now = { connected: false };
  };
  events.disconnected.add(leave);
  events.userInitiatedDisconnect.add(leave);
  return {
    get now() {
      return now;
    },
  };
}
