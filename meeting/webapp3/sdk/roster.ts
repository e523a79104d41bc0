import type { InfinityClient, InfinitySignals, Participant } from '@pexip/infinity';
import { MAIN_ROOM_ID } from '@pexip/infinity';
import { ParticipantActivities } from '@pexip/plugin-api';

/** What happened to a participant. */
export type Activity = { type: ParticipantActivities; participant: Participant };

/** Told about the roster: first what happened, then the whole list. */
export interface RosterListener {
  onJoined(participant: Participant): void;
  onLeft(participant: Participant): void;
  onRoster(participants: Participant[], activities: Activity[]): void;
}

/**
 * Follows the roster through the SDK's signals. A dialled participant counts as joined only when it has answered:
 * until then the SDK lists it with `isConnecting`.
 */
export function followRoster(
  client: InfinityClient,
  signals: InfinitySignals,
  listener: RosterListener,
): void {
  const joined = new Set<string>();

  const announce = (participant: Participant): Activity | undefined => {
    if (participant.isConnecting || joined.has(participant.uuid)) return undefined;
    joined.add(participant.uuid);
    listener.onJoined(participant);
    return { type: ParticipantActivities.Join, participant };
  };
  const tell = (activities: Activity[]): void => {
    listener.onRoster(client.getParticipants(MAIN_ROOM_ID), activities);
  };

  signals.onParticipants.add(({ participants }) => {
    // The list of a sync: these were here before us, so nobody joins by it.
    joined.clear();
    for (const { uuid, isConnecting } of participants) if (!isConnecting) joined.add(uuid);
    tell([]);
  });
  // The three signals below are batched, each by itself; the SDK's own list is always up to date.
  signals.onParticipantJoined.add((events) => {
    tell([events].flat().flatMap(({ participant }) => announce(participant) ?? []));
  });
  signals.onParticipantUpdated.add((events) => {
    const updates = [events]
      .flat()
      .map(
        ({ participant }): Activity =>
          announce(participant) ?? { type: ParticipantActivities.Update, participant },
      );
    tell(updates);
  });
  signals.onParticipantLeft.add((events) => {
    const left = [events].flat().map(({ participant }): Activity => {
      joined.delete(participant.uuid);
      listener.onLeft(participant);
      return { type: ParticipantActivities.Leave, participant };
    });
    tell(left);
  });
}
