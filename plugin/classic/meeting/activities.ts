import type { InfinityParticipant } from '@pexip/plugin-api';

/** `ParticipantActivities` of Pexip's package. */
export const [JOIN, LEAVE] = [0, 1];

/** One change of a participant: `JOIN`, `LEAVE`, or any other kind. */
type Change = { kind: unknown; participant: InfinityParticipant };

/**
 * Reads the changes that Web App 3 reports. API 22 puts the kind of change into `type`; before, it was called
 * `activity`.
 */
export function changesIn(activities: readonly { activity: unknown }[]): Change[] {
  return activities.flatMap(({ activity }) => {
    if (typeof activity !== 'object' || activity === null) return [];
    const { type, activity: earlier, participant }: Activity = activity;
    return participant ? [{ kind: type ?? earlier, participant }] : [];
  });
}

type Activity = { type?: unknown; activity?: unknown; participant?: InfinityParticipant };

/** The list of participants after changes that Web App 3 has reported. */
export function afterActivities(
  before: readonly InfinityParticipant[],
  activities: readonly { activity: unknown }[],
): InfinityParticipant[] {
  const participants = new Map(before.map((each) => [String(each.uuid), each]));
  for (const { kind, participant } of changesIn(activities)) {
    if (kind === LEAVE) participants.delete(participant.uuid);
    else participants.set(participant.uuid, participant);
  }
  return [...participants.values()];
}
