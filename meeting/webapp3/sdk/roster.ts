import type { InfinityClient, InfinitySignals, Participant } from '@pexip/infinity';
import { MAIN_ROOM_ID } from '@pexip/infinity';
import { ParticipantActivities } from '@pexip/plugin-api';

/** What happened to a participant. */
export type Activity = { type: ParticipantActivities; participant: Participant };

/** Informed about the roster: first of what happened, then of the whole list. */
interface RosterListener {
  onJoined(participant: Participant): void;
  /** The participant is connecting no more, or never was. */
  onAnswered(participant: Participant): void;
  onLeft(participant: Participant): void;
  /** `activities` is undefined for the list that ends a synchronization. */
  onRoster(participants: Participant[], activities?: Activity[]): void;
}

/**
 * Follows the roster through the SDK's signals. A dialed participant joins when the node creates it, still
 * connecting; its answer is an update.
 */
export function followRoster(
  client: InfinityClient,
  signals: InfinitySignals,
  listener: RosterListener,
): void {
  const answered = new Set<string>();
  const noteAnswer = (participant: Participant): void => {
    const { uuid, isConnecting } = participant;
    if (isConnecting || answered.has(uuid)) return;
    answered.add(uuid);
    listener.onAnswered(participant);
  };
  const report = (activities?: Activity[]): void => {
    listener.onRoster(client.getParticipants(MAIN_ROOM_ID), activities);
  };

  signals.onParticipants.add(({ participants }) => {
    // These were here before us, so nobody answers by a synchronization.
    answered.clear();
    for (const { uuid, isConnecting } of participants) if (!isConnecting) answered.add(uuid);
    report();
  });
  // The three signals below are batched, each by itself; the SDK's own list is always up to date.
  signals.onParticipantJoined.add((events) => {
    const joined = [events].flat().map(({ participant }): Activity => {
      listener.onJoined(participant);
      noteAnswer(participant);
      return { type: ParticipantActivities.Join, participant };
    });
    report(joined);
  });
  signals.onParticipantUpdated.add((events) => {
    const type = ParticipantActivities.Update;
    const updated = [events].flat().map(({ participant }): Activity => {
      noteAnswer(participant);
      return { type, participant };
    });
    report(updated);
  });
  signals.onParticipantLeft.add((events) => {
    const left = [events].flat().map(({ participant }): Activity => {
      answered.delete(participant.uuid);
      listener.onLeft(participant);
      return { type: ParticipantActivities.Leave, participant };
    });
    report(left);
  });
}
