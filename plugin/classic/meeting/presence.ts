import type { InfinityParticipant } from '@pexip/plugin-api';
import { changesIn, JOIN, LEAVE } from './activities';

/** Who comes and goes. */
interface ComingsAndGoings {
  joined(participant: InfinityParticipant): void;
  left(uuid: string): void;
  /** Changes as Web App 3 reports them since SDK 19.1. */
  changed(activities: readonly { activity: unknown }[]): void;
  /** The meeting is left. */
  clear(): void;
}

/**
 * Reports each coming and going once, by whichever of its events an edition of Web App 3 tells of it: those
 * of one participant, which are deprecated, or a list of changes, or both.
 */
export function followPresence(
  onJoined: (participant: InfinityParticipant) => void,
  onLeft: (uuid: string) => void,
): ComingsAndGoings {
  const here = new Set<string>();
  const gone = new Set<string>();
  /** Those who are called and have not answered. */
  const awaited = new Set<string>();

  function joined(participant: InfinityParticipant): void {
    const { uuid } = participant;
    awaited.delete(uuid);
    gone.delete(uuid);
    if (here.has(uuid)) return;
    here.add(uuid);
    onJoined(participant);
  }

  function left(uuid: string): void {
    awaited.delete(uuid);
    here.delete(uuid);
    if (gone.has(uuid)) return;
    gone.add(uuid);
    onLeft(uuid);
  }

  return {
    joined,
    left,
    changed(activities) {
      for (const { kind, participant } of changesIn(activities)) {
        if (kind === JOIN) awaited.add(participant.uuid);
        if (kind === LEAVE) left(participant.uuid);
        else if (awaited.has(participant.uuid) && participant.serviceType !== 'connecting')
          joined(participant);
      }
    },
    clear() {
      for (const each of [here, gone, awaited]) each.clear();
    },
  };
}
