import { isDone } from '../../protocol/action-effect';
import type { Participant } from '../../protocol/people';
import type { PersonAction } from '../../protocol/person-actions';
import { SCENARIO_STRINGS } from '../../strings/scenarios';
import { CONFERENCE_FLAGS, PERSON_FLAGS } from './people-fields';
import { missingFor } from './required-feature';
import type { Observation, Scene } from './scene';
import type { ActionStep, Step } from './steps';

type PersonStep = Extract<Step, { do: 'expect-person' }>;
type Whom = { person?: string; call?: string };

const seen = () => SCENARIO_STRINGS.seen;
const notYet = (seen: string, isFinal = false): Observation => ({ met: false, seen, isFinal });
const MET: Observation = { met: true };

/** The people that a step is about; without a name or a call, the user. */
function peopleMeant({ person, call }: Whom, { meeting, people, idOf }: Scene): readonly Participant[] {
  const all = [...(people?.values() ?? [])];
  if (person !== undefined) return all.filter(({ displayName }) => displayName === person);
  const uuid =
    call === undefined
      ? meeting?.self?.participantUuid
      : meeting?.calls.find(({ id }) => id === idOf(call))?.uuid;
  return all.filter((each) => uuid !== undefined && each.uuid === uuid);
}

/** Who is there, for a report: nobody is to be looked up while a test has failed. */
function whoIsThere({ people }: Scene): string {
  const names = [...(people?.values() ?? [])].map(({ displayName = '?' }) => displayName);
  return names.length === 0 ? seen().nobody : seen().people(names.slice(0, 10).join(' · '));
}

const FLAG_NAMES = Object.keys(PERSON_FLAGS) as (keyof typeof PERSON_FLAGS)[];

/** Whether somebody is there, or nobody, of whom all is so that the step names. */
export function checkPerson(step: PersonStep, scene: Scene): Observation {
  if (!scene.meeting) return notYet(seen().noMeeting);
  // Before the roster has come, nobody is known to be absent.
  if (!scene.people) return notYet(seen().nobody);
  const meant = peopleMeant(step, scene);
  if (step.present === false) return meant.length === 0 ? MET : notYet(meant.map(inWords).join(' · '));
  if (meant.some((person) => isAsWanted(step, person))) return MET;
  return notYet(meant.length === 0 ? whoIsThere(scene) : meant.map(inWords).join(' · '));
}

const isAsWanted = (step: PersonStep, person: Participant): boolean =>
  FLAG_NAMES.every((name) => step[name] === undefined || step[name] === !!person[PERSON_FLAGS[name]]) &&
  (step.overlayText === undefined || step.overlayText === (person.overlayText ?? ''));

/** A person by the names that a scenario has for what is so. */
function inWords(person: Participant): string {
  const flags = FLAG_NAMES.filter((name) => person[PERSON_FLAGS[name]]);
  return [person.displayName ?? '?', ...flags].join(', ');
}

/** Whether somebody waits to be let in: the one whom the step names, or anybody. */
export function checkWaiting(step: Extract<Step, { do: 'expect-waiting' }>, scene: Scene): Observation {
  if (!scene.meeting) return notYet(seen().noMeeting);
  const isAnybody = step.person === undefined && step.call === undefined;
  const meant = isAnybody ? [...(scene.people?.values() ?? [])] : peopleMeant(step, scene);
  if (meant.some(({ isWaiting }) => isWaiting)) return MET;
  return notYet(isAnybody || meant.length === 0 ? whoIsThere(scene) : meant.map(inWords).join(' · '));
}

/** Whether all is so in the meeting that the step names. */
export function checkConference(
  step: Extract<Step, { do: 'expect-conference' }>,
  { meeting }: Scene,
): Observation {
  if (!meeting) return notYet(seen().noMeeting);
  const isSo = (name: (typeof CONFERENCE_FLAGS)[number]) => meeting.conference?.[name] ?? false;
  if (CONFERENCE_FLAGS.every((name) => step[name] === undefined || step[name] === isSo(name))) return MET;
  return notYet(CONFERENCE_FLAGS.map((name) => `${name}: ${isSo(name)}`).join(', '));
}

/** The action of a step, once there is exactly one person whom it can be about, or why there is none. */
export function actionNow(step: ActionStep, scene: Scene): PersonAction | Observation {
  const { meeting } = scene;
  if (!meeting) return notYet(seen().notReady, true);
  const missing = missingFor(step, meeting);
  if (missing !== undefined) return notYet(seen().lacks(missing), true);
  switch (step.do) {
    case 'mute-all-guests':
    case 'unmute-all-guests':
      return { name: 'mute-all-guests', muted: step.do === 'mute-all-guests' };
    case 'lock':
    case 'unlock':
      return { name: 'lock', locked: step.do === 'lock' };
    case 'disconnect-everyone':
      return { name: 'disconnect-all' };
  }
  const isOwn = step.person === undefined && step.call === undefined;
  if (isOwn && meeting.self) return actionAbout(step, meeting.self.participantUuid);
  const [person, another] = peopleMeant(step, scene);
  if (!person) return notYet(whoIsThere(scene));
  if (another) return notYet(seen().twoOfThatName(step.person ?? ''), true);
  if (step.do === 'admit' && !person.isWaiting) return notYet(seen().notWaiting(person.displayName ?? '?'));
  return actionAbout(step, person.uuid);
}

type AboutOne = Exclude<
  ActionStep,
  { do: 'mute-all-guests' | 'unmute-all-guests' | 'lock' | 'unlock' | 'disconnect-everyone' }
>;

function actionAbout(step: AboutOne, participantUuid: string): PersonAction {
  switch (step.do) {
    case 'admit':
      return { name: 'admit', participantUuid };
    case 'remove':
      return { name: 'disconnect', participantUuid };
    case 'mute':
    case 'unmute':
      return { name: 'mute', participantUuid, muted: step.do === 'mute' };
    case 'camera-off':
    case 'camera-on':
      return { name: 'mute-video', participantUuid, muted: step.do === 'camera-off' };
    case 'raise-hand':
    case 'lower-hand':
      return { name: 'raise-hand', participantUuid, raised: step.do === 'raise-hand' };
    case 'spotlight':
    case 'stop-spotlight':
      return { name: 'spotlight', participantUuid, active: step.do === 'spotlight' };
    case 'make-host':
    case 'make-guest':
      return { name: 'set-role', participantUuid, role: step.do === 'make-host' ? 'host' : 'guest' };
    case 'send-tones':
      return { name: 'dtmf', participantUuid, digits: step.digits };
    case 'transfer': {
      const { alias, role, pin } = step;
      return { name: 'transfer', participantUuid, alias, role, pin };
    }
    case 'overlay-text':
      return { name: 'text-overlay', participantUuid, text: step.text };
  }
}

/** Whether the meeting shows what an action was to bring about, before it is sent or afterwards. */
export const isSo = (action: PersonAction, { meeting, people }: Scene): boolean =>
  meeting !== undefined && isDone(action, meeting, people ?? new Map());

/** What has come of an action that was sent. `isLate`: it shows nowhere, and a refusal would have come. */
export function outcomeOf(
  action: PersonAction & { requestId: string },
  scene: Scene,
  isLate: boolean,
): Observation {
  const { meeting } = scene;
  if (scene.refused.includes(action.requestId)) return notYet(seen().notReady, true);
  const error = meeting?.actions.find((each) => each.action.requestId === action.requestId)?.error;
  if (error !== undefined) return notYet(seen().refused(error), true);
  if (action.name === 'dtmf') return isLate ? MET : notYet('');
  if (action.name === 'disconnect-all')
    return meeting?.people === undefined || meeting.people.total <= 1 ? MET : notYet(whoIsThere(scene));
  return isSo(action, scene) ? MET : notYet(seen().notShown);
}
