import type { InfinityParticipant } from '@pexip/plugin-api';

/** `ParticipantActivities.Leave` of Pexip's package. */
const LEAVE = 1;

/**
 * The list of participants after changes that Web App 3 has reported. API 22 puts the kind of change into
 * `type`; before, it was called `activity`.
 */
export function afterActivities(
  before: readonly InfinityParticipant[],
  activities: readonly { activity: unknown }[],
): InfinityParticipant[] {
  const participants = new Map(before.map((each) => [String(each.uuid), each]));
  for (const { activity } of activities) {
    if (typeof activity !== 'object' || activity === null) continue;
    const { type, activity: earlier, participant }: ActivityChange = activity;
    if (!participant) continue;
    if ((type ?? earlier) === LEAVE) participants.delete(participant.uuid);
    else participants.set(participant.uuid, participant);
  }
  return [...participants.values()];
}

/** One change, as Web App 3 reports it. */
export type ActivityChange = { type?: unknown; activity?: unknown; participant?: InfinityParticipant };
