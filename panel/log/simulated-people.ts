import type { HostMessage, PluginMessage } from '../../protocol/messages';
import type { Conference, Participant } from '../../protocol/people';
import { PEOPLE_FEATURES, PERSON_ACTIONS } from '../../protocol/people-features';
import type { ActionName } from '../../protocol/person-actions';
import { SIMULATOR_STRINGS } from '../../strings/log';

type Action = Extract<HostMessage, { name: ActionName }>;
type Changes = { updated?: Participant[]; left?: string[] };

/** What a host may do with everybody. */
export const CAN: Participant['can'] = {
  control: true,
  mute: true,
  disconnect: true,
  transfer: true,
  spotlight: true,
  raiseHand: true,
};

/** The user of the simulated meeting. */
const SELF = 'simulated-1';

/** The people of a simulated meeting. */
export interface SimulatedPeople {
  /** What a plugin reports of itself and of everybody, once it is in the meeting. */
  report(): void;
  /** Answers a message of the page: an action has its effect, or is refused where nobody is meant. */
  receive(message: HostMessage): void;
}

/** Creates a roster of `count` people, the user first, and sends for it as a plugin would. */
export function simulatePeople(count: number, send: (message: PluginMessage) => void): SimulatedPeople {
  const people = new Map<string, Participant>();
  for (let number = 1; number <= count; number += 1) {
    const person = newPerson(number);
    people.set(person.uuid, person);
  }
  let conference: Conference = { locked: false, guestsMuted: false, started: true };
  let wantsChanges = false;

  const sendConference = () => send({ name: 'conference', ...conference });
  const sendRoster = () => send({ name: 'roster', participants: [...people.values()] });
  const sendSelf = () => {
    const self = people.get(SELF);
    if (!self) return;
    const { isMuted: micMuted, isCameraMuted: camMuted, isHost } = self;
    send({ name: 'self', participantUuid: SELF, micMuted, camMuted, isHost, canControl: isHost });
  };
  const report = () => {
    send({ name: 'ready', version: 'simulator', features: [...PEOPLE_FEATURES] });
    sendSelf();
    sendConference();
    sendRoster();
  };
  const show = ({ updated = [], left = [] }: Changes) => {
    for (const person of updated) people.set(person.uuid, person);
    for (const uuid of left) people.delete(uuid);
    if (updated.some(({ uuid }) => uuid === SELF)) sendSelf();
    if (wantsChanges) send({ name: 'roster-change', updated, left });
    else sendRoster();
  };

  function muteGuests(muted: boolean): void {
    conference = { ...conference, guestsMuted: muted };
    sendConference();
    const guests = [...people.values()].filter(({ isHost }) => !isHost);
    show({ updated: guests.map((guest) => ({ ...guest, isMuted: muted })) });
  }

  function actOnOne(action: AboutOne): void {
    const person = people.get(action.participantUuid ?? SELF);
    if (person) show(changesBy(action, person));
    else {
      const { name: request, requestId = '', participantUuid } = action;
      const { noPerson: message } = SIMULATOR_STRINGS;
      send({ name: 'action-error', requestId, request, participantUuid, message });
    }
  }

  function act(action: Action): void {
    switch (action.name) {
      case 'lock':
        conference = { ...conference, locked: action.locked };
        sendConference();
        break;
      case 'mute-all-guests':
        muteGuests(action.muted);
        break;
      case 'disconnect-all':
        people.clear();
        send({ name: 'disconnected' });
        break;
      default:
        actOnOne(action);
    }
  }

  return {
    report,
    receive(message) {
      if (message.name === 'hello') {
        wantsChanges = message.wants?.includes('roster-change') ?? false;
        report();
      } else if (isAction(message)) act(message);
    },
  };
}

const isAction = (message: HostMessage): message is Action =>
  PERSON_ACTIONS.some((name) => name === message.name);

type AboutOne = Exclude<Action, { name: 'lock' | 'mute-all-guests' | 'disconnect-all' }>;

function changesBy(action: AboutOne, person: Participant): Changes {
  const change = (part: Partial<Participant>): Changes => ({ updated: [{ ...person, ...part }] });
  switch (action.name) {
    case 'mute':
      return change({ isMuted: action.muted });
    case 'mute-video':
      return change({ isCameraMuted: action.muted });
    case 'admit':
      return change({ isWaiting: false });
    case 'spotlight':
      return change({ isSpotlight: action.active });
    case 'raise-hand':
      return change({ raisedHand: action.raised, raisedAt: action.raised ? Date.now() : undefined });
    case 'set-role':
      return change({ isHost: action.role === 'host' });
    case 'text-overlay':
      return change({ overlayText: action.text });
    case 'disconnect':
    case 'transfer':
      return { left: [person.uuid] };
    // Tones change nothing that a roster shows.
    case 'dtmf':
      return {};
  }
}

/** Everybody is different, so that a host page has something of each kind to show. */
function newPerson(number: number): Participant {
  return {
    uuid: `simulated-${number}`,
    displayName: `Person ${number}`,
    isHost: number === 1 || number % 25 === 0,
    isWaiting: number > 3 && number % 10 === 4,
    isMuted: number % 3 === 2,
    isCameraMuted: number % 5 === 3,
    isPresenting: number === 2,
    raisedHand: number % 20 === 5,
    raisedAt: number % 20 === 5 ? Date.now() - number * 1000 : undefined,
    joinedAt: Date.now() - (5_001 - number) * 1000,
    can: CAN,
  };
}
