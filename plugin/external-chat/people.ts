import type { PluginMessage } from '../../protocol/messages';
import type { Conference, Participant, Self } from '../../protocol/people';
import type { Channel } from './channel';

/** The people in the meeting, as the top window is told. */
export interface PeopleReport {
  /** Somebody was reported, or has left. */
  see(uuid: string, person: Participant | undefined): void;
  of(uuid: string | undefined): Participant | undefined;
  readonly self: Self | undefined;
  /** From now on, changes are enough. */
  wantChanges(): void;
  /** Reports everything anew. */
  announce(): void;
  /** The meeting was left. */
  forget(): void;
}

/** Follows who is in the meeting, and reports it: everybody first, then changes where they are wanted. */
export function followPeople(channel: Channel, send: (message: PluginMessage) => void): PeopleReport {
  const all = new Map<string, Participant>();
  const told = new Set<string>();
  const changed = new Set<string>();
  let self: Self | undefined;
  let conference: Conference | undefined;
  let wantsChanges = false;
  let isDue = false;

  /** One message for everything that one event has changed. */
  const due = () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      report();
    });
  };
  const report = () => {
    const isWhole = !wantsChanges || told.size === 0;
    const joined: Participant[] = [];
    const updated: Participant[] = [];
    const left: string[] = [];
    for (const uuid of changed) {
      const person = all.get(uuid);
      if (person) (told.has(uuid) ? updated : joined).push(person);
      else if (told.delete(uuid)) left.push(uuid);
      if (person) told.add(uuid);
    }
    changed.clear();
    if (isWhole) send({ name: 'roster', participants: [...all.values()] });
    else send({ name: 'roster-change', joined, updated, left });
  };
  const sayThese = () => {
    if (self) send({ name: 'self', ...self });
    if (conference) send({ name: 'conference', ...conference });
  };

  channel.onEvent('event:me', ({ participant: me }) => {
    self = {
      participantUuid: me.uuid,
      micMuted: me.isMuted,
      camMuted: me.isCameraMuted,
      clientMuted: me.isClientMuted,
      isHost: me.isHost,
      canControl: me.canControl,
    };
    send({ name: 'self', ...self });
  });
  channel.onEvent('event:conferenceStatus', ({ status: { locked, guestsMuted, started } }) => {
    conference = { locked, guestsMuted, started };
    send({ name: 'conference', ...conference });
  });

  return {
    see(uuid, person) {
      if (JSON.stringify(all.get(uuid)) === JSON.stringify(person)) return;
      if (person) all.set(uuid, person);
      else all.delete(uuid);
      changed.add(uuid);
      due();
    },
    of: (uuid) => (uuid === undefined ? undefined : all.get(uuid)),
    get self() {
      return self;
    },
    wantChanges() {
      wantsChanges = true;
    },
    announce() {
      sayThese();
      told.clear();
      for (const uuid of all.keys()) changed.add(uuid);
      if (all.size > 0) report();
    },
    forget() {
      all.clear();
      told.clear();
      changed.clear();
      self = conference = undefined;
    },
  };
}
