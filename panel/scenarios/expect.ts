import { isDialing } from '../../protocol/calls';
import type { Call } from '../../protocol/meeting';
import { type Status, statusOf } from '../../protocol/status';
import { SCENARIO_STRINGS } from '../../strings/scenarios';
import { matches } from './match';
import { checkConference, checkPerson, checkWaiting } from './people-steps';
import { senderOf } from './read';
import type { ReceivedMessage } from './received';
import { missingFor } from './required-feature';
import type { Observation, Scene } from './scene';
import { type Expectation, type Step, THE_CALL } from './steps';

const seen = () => SCENARIO_STRINGS.seen;

const MET: Observation = { met: true };
const found = (met: boolean, instead: string): Observation => (met ? MET : { met, seen: instead });

/** Holds one expectation against the scene as it is at this moment. */
export function check(step: Expectation, scene: Scene): Observation {
  const observation = compare(step, scene);
  const missing = observation.met || !scene.meeting ? undefined : missingFor(step, scene.meeting);
  return missing === undefined ? observation : { met: false, seen: seen().lacks(missing), isFinal: true };
}

function compare(step: Expectation, scene: Scene): Observation {
  const { meeting } = scene;
  switch (step.do) {
    case 'expect-status': {
      const status: Status = statusOf(meeting);
      // Where the plugin is in the meeting, it is ready, too.
      return found(status === step.status || (step.status === 'ready' && status === 'in-meeting'), status);
    }
    case 'expect-chat':
      return meeting ? found(meeting.chat === step.active, onOrOff(meeting.chat)) : noMeeting();
    case 'expect-badge':
      return meeting ? found(meeting.badge === step.visible, onOrOff(meeting.badge)) : noMeeting();
    case 'expect-call':
      return checkCall(step, scene);
    case 'expect-person':
      return checkPerson(step, scene);
    case 'expect-waiting':
      return checkWaiting(step, scene);
    case 'expect-conference':
      return checkConference(step, scene);
    case 'expect-message': {
      const sender = senderOf(step);
      const isMeant = (message: ReceivedMessage) =>
        message.meeting === meeting?.id &&
        message.from === sender &&
        message.name === step.message &&
        matches(step.payload ?? {}, message.payload) &&
        (step.call === undefined || isAbout(message, callOf(step.call, scene)));
      const { all } = scene.received;
      return found(
        scene.received.removeFirst(isMeant),
        all.value.slice(-5).map(inWords).join(' · ') || seen().noMessage,
      );
    }
  }
}

const noMeeting = (): Observation => found(false, seen().noMeeting);

const callOf = (name: string, { meeting, idOf }: Scene): Call | undefined =>
  meeting?.calls.find(({ id }) => id === idOf(name));

const onOrOff = (on: boolean) => (on ? seen().on : seen().off);

const failure = (reason: string) => (reason ? seen().failed(reason) : seen().failedWithoutReason);

const isAbout = ({ payload }: ReceivedMessage, call: Call | undefined): boolean =>
  call !== undefined &&
  (payload.requestId === call.id || (call.uuid !== undefined && payload.uuid === call.uuid));

const inWords = ({ name, payload }: ReceivedMessage) => `${name} ${JSON.stringify(payload)}`;

/** Nothing follows these. */
const ENDS: readonly Call['state']['name'][] = ['left', 'failed', 'cancelled'];

function checkCall(step: Extract<Step, { do: 'expect-call' }>, scene: Scene): Observation {
  const call = callOf(step.call ?? THE_CALL, scene);
  if (!call) return found(false, seen().noCall);
  const { state, joinedAt, startedAt } = call;
  const as = state.name === 'failed' ? failure(state.message) : state.name;
  const isOver = ENDS.includes(state.name);
  const is = (met: boolean): Observation => (met ? MET : { met, seen: as, isFinal: isOver });
  if (step.state === 'no-answer') {
    const afterMs = step.after === undefined ? scene.noAnswerAfterMs : step.after * 1000;
    return state.name === 'joined'
      ? { met: false, seen: as, isFinal: true }
      : is(isDialing(call) && scene.now - startedAt > afterMs);
  }
  if (step.state === 'joined') return is(state.name === 'joined' || joinedAt !== undefined);
  if (step.state === 'failed' && state.name === 'failed') {
    return { ...is(state.message.includes(step.reason ?? '')), isFinal: true } as Observation;
  }
  return is(state.name === step.state);
}
