import type { PluginMessage } from '../../protocol/messages';
import type { Participant } from '../../protocol/people';
import { type ActionName, type PersonAction, personActions } from '../../protocol/person-actions';
import { Mismatch } from '../../protocol/shape';

type Fields = { do: string; [field: string]: unknown };
export type WrittenStep = { name: string } & Fields;

/** Messages about people: steps about them check what these say. Refusals are of one run. */
const ABOUT_PEOPLE = ['roster', 'roster-change', 'self', 'conference', 'toggle-participants', 'action-error'];

/** Whether steps about people check what this message reports. */
export const isAboutPeople = ({ name }: PluginMessage): boolean => ABOUT_PEOPLE.includes(name);

/** Reads an action from a log, which can come from a file; `undefined` if it is none. */
export function readPersonAction(given: unknown): PersonAction | undefined {
  const name: unknown = Reflect.get(Object(given), 'name');
  if (typeof name !== 'string' || !Object.hasOwn(personActions, name)) return undefined;
  const read = personActions[name as ActionName](given);
  return read instanceof Mismatch ? undefined : ({ name, ...read } as PersonAction);
}

/** Writes what a user did about people as the steps of a scenario that do the same. */
interface PeopleRecorder {
  /** Learns who is who from a message of the plugin. */
  learn(message: PluginMessage): void;
  /** `calls`: the name of each call in the scenario, by the id that the log has. */
  stepFor(action: PersonAction, calls: ReadonlyMap<string, string>): WrittenStep;
}

/** Creates a recorder that knows nobody yet. */
export function createPeopleRecorder(): PeopleRecorder {
  const names = new Map<string, string>();
  /** The id of each call, by the person who answered. */
  const dialed = new Map<string, string>();
  let own: string | undefined;

  /** Whom a step is about, in the fields that a scenario has for it, and in words. */
  function whom(uuid: string | undefined, calls: ReadonlyMap<string, string>): [object, string] {
    if (uuid === undefined || uuid === own) return [{}, 'you'];
    const call = calls.get(dialed.get(uuid) ?? '');
    if (call !== undefined) return [{ call }, call];
    // The log has no name for this person. In the scenario, the id has to be replaced by one.
    const person = names.get(uuid) ?? uuid;
    return [{ person }, person];
  }

  return {
    learn(message) {
      if (message.name === 'self') own = message.participantUuid;
      if (message.name === 'dial-out-success' && message.requestId)
        dialed.set(message.uuid, message.requestId);
      for (const { uuid, displayName } of peopleIn(message)) if (displayName) names.set(uuid, displayName);
    },
    stepFor(action, calls) {
      const fields = fieldsOf(action);
      if (!('participantUuid' in action)) return { name: inWords(fields.do), ...fields };
      const [about, who] = whom(action.participantUuid, calls);
      return { name: `${inWords(fields.do)}: ${who}`, ...fields, ...about };
    },
  };
}

function peopleIn(message: PluginMessage): readonly Participant[] {
  if (message.name === 'roster') return message.participants;
  if (message.name !== 'roster-change') return [];
  return [...(message.joined ?? []), ...(message.updated ?? [])];
}

/** `stop-spotlight` as *Stop spotlight*. */
const inWords = (step: string): string =>
  `${step.charAt(0).toUpperCase()}${step.slice(1)}`.replaceAll('-', ' ');

/** What `panel/scenarios/people-steps.ts` turns into this action. */
function fieldsOf(action: PersonAction): Fields {
  switch (action.name) {
    case 'admit':
      return { do: 'admit' };
    case 'disconnect':
      return { do: 'remove' };
    case 'mute':
      return { do: action.muted ? 'mute' : 'unmute' };
    case 'mute-video':
      return { do: action.muted ? 'camera-off' : 'camera-on' };
    case 'raise-hand':
      return { do: action.raised ? 'raise-hand' : 'lower-hand' };
    case 'spotlight':
      return { do: action.active ? 'spotlight' : 'stop-spotlight' };
    case 'set-role':
      return { do: action.role === 'host' ? 'make-host' : 'make-guest' };
    case 'dtmf':
      return { do: 'send-tones', digits: action.digits };
    case 'transfer':
      return { do: 'transfer', alias: action.alias, role: action.role, pin: action.pin };
    case 'text-overlay':
      return { do: 'overlay-text', text: action.text };
    case 'mute-all-guests':
      return { do: action.muted ? 'mute-all-guests' : 'unmute-all-guests' };
    case 'lock':
      return { do: action.locked ? 'lock' : 'unlock' };
    case 'disconnect-all':
      return { do: 'disconnect-everyone' };
  }
}
