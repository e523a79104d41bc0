import type { InfinityClient, InfinitySignals, Participant } from '@pexip/infinity';
import { MAIN_ROOM_ID } from '@pexip/infinity';
import { ParticipantActivities } from '@pexip/plugin-api';

/** What happened to a participant. */
export type Activity = { type: ParticipantActivities; participant: Participant };

/** Informed about the roster: first of what happened, then of the whole list. */
export interface RosterListener {
  onJoined(participant: Participant): void;
  onLeft(participant: Participant): void;
  /** `activities` is undefined for the list that ends a synchronization. */
  onRoster(participants: Participant[], activities?: Activity[]): void;
}

/**
 * Follows the roster through the SDK's signals. A dialed participant joins when the node creates it, still connecting; its
 * answer is an update.
 */
export function followRoster(
  client: InfinityClient,
  signals: InfinitySignals,
  listener: RosterListener,
): void {
  const report = (activities?: Activity[]): void => {
    listener.onRoster(client.getParticipants(MAIN_ROOM_ID), activities);
  };

  signals.onParticipants.add(() => report());
  // The three signals below are batched, each by itself; the SDK's own list is always up to date.
  signals.onParticipantJoined.add((events) => {
    const joined = [events].flat().map(({ participant }): Activity => {
      listener.onJoined(participant);
      return { type: ParticipantActivities.Join, participant };
    });
    report(joined);
  });
  signals.onParticipantUpdated.add((events) => {
    const type = ParticipantActivities.Update;
    report([events].flat().map(({ participant }): Activity => ({ type, participant })));
  });
  signals.onParticipantLeft.add((events) => {
    const left = [events].flat().map(({ participant }): Activity => {
      listener.onLeft(participant);
      return { type: ParticipantActivities.Leave, participant };
    });
    report(left);
  });
}
