import { dialRequestWith } from '../../protocol/dial-request';
import { fromHost } from '../../protocol/from-host';
import { fromPlugin } from '../../protocol/from-plugin';
import {
  exactOptional,
  type fields,
  flag,
  type Of,
  oneOf,
  type Shape,
  text,
  wrong,
  wrongAs,
} from '../../protocol/shape';
import { id } from '../../protocol/text';
import { SCENARIO_STRINGS } from '../../strings/scenarios';
import { peopleFields } from './people-fields';

/** Names of messages, by who says them. */
export const MESSAGES = {
  plugin: Object.keys(fromPlugin) as (keyof typeof fromPlugin)[],
  top: Object.keys(fromHost) as (keyof typeof fromHost)[],
};

/** What a call may be expected to be; `no-answer` is the clock's word for one that is not answered yet. */
const CALL_STATES = [
  'queued',
  'calling',
  'ringing',
  'no-answer',
  'joined',
  'left',
  'failed',
  'cancelled',
  'unknown',
  'one-of',
] as const;

const STATUSES = ['no-meeting', 'waiting', 'ready', 'in-meeting'] as const;

/** No step waits longer than this. */
const MAX_SECONDS = 600;

/** How long a step waits that does not say so. */
export const USUAL_SECONDS = 10;

/** Seconds as a number; as text, too, which is what a variable leaves. */
const seconds: Shape<number> = (value) => {
  const given = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof given === 'number' && given > 0 && given <= MAX_SECONDS
    ? given
    : wrongAs(SCENARIO_STRINGS.problems.noSeconds(MAX_SECONDS));
};

const payload: Shape<Readonly<Record<string, unknown>>> = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : wrong('object');

const within = exactOptional(seconds);
const call = exactOptional(id);

/** The fields of each kind of step, beside `do` and `name`. */
export const stepFields = {
  /** Waits for a message that was accepted since the last step that did something. */
  'expect-message': {
    message: oneOf([...MESSAGES.plugin, ...MESSAGES.top]),
    /** Who says it; the plugin, unless only the top window can. */
    from: exactOptional(oneOf(['plugin', 'top'])),
    payload: exactOptional(payload),
    /** The call that it has to be about. */
    call,
    within,
  },
  'expect-status': { status: oneOf(STATUSES), within },
  'expect-call': {
    call,
    state: oneOf(CALL_STATES),
    /** A part of the reason for which the call failed. */
    reason: exactOptional(text(1024)),
    /** For `no-answer`: how long after the dial; the panel's setting, unless it is said. */
    after: exactOptional(seconds),
    within,
  },
  'expect-chat': { active: flag, within },
  'expect-badge': { visible: flag, within },
  /** Sends a message to the plugin. */
  send: { message: oneOf(MESSAGES.top), payload: exactOptional(payload) },
  'set-chat': { active: flag },
  'set-badge': { visible: flag },
  /** `call` is how later steps name this call. */
  dial: { call, request: dialRequestWith({}) },
  'hang-up': { call },
  /** Loads the meeting's frame again. */
  reload: { within },
  ...peopleFields(within),
} as const satisfies Record<string, Readonly<Record<string, Shape<unknown>>>>;

type StepKind = keyof typeof stepFields;

export const STEP_KINDS = Object.keys(stepFields) as StepKind[];

type FieldsOf<Kind extends StepKind> = Of<ReturnType<typeof fields<(typeof stepFields)[Kind]>>>;

/** One step: what it does, its name for people, and the fields of its kind. */
export type Step = { [Kind in StepKind]: { do: Kind; name: string } & FieldsOf<Kind> }[StepKind];

/** How a call is named by steps that do not say. */
export const THE_CALL = 'call';

/** A step that waits for something to be so. */
export type Expectation = Extract<Step, { do: `expect-${string}` }>;

/** A step that does something about people. */
export type ActionStep = Extract<Step, { do: ActionStepKind }>;

/** Kinds of steps that do something about people. */
const ACTION_STEPS = [
  'admit',
  'remove',
  'mute',
  'unmute',
  'camera-off',
  'camera-on',
  'raise-hand',
  'lower-hand',
  'spotlight',
  'stop-spotlight',
  'make-host',
  'make-guest',
  'send-tones',
  'transfer',
  'overlay-text',
  'mute-all-guests',
  'unmute-all-guests',
  'lock',
  'unlock',
  'disconnect-everyone',
] as const satisfies readonly StepKind[];

type ActionStepKind = (typeof ACTION_STEPS)[number];

/** Whether a step acts on a person. */
export const isAction = (step: Step): step is ActionStep => ACTION_STEPS.some((kind) => kind === step.do);

/** Whether a step needs to know who is in the meeting. */
export const needsPeople = (step: Step): boolean =>
  isAction(step) || step.do === 'expect-person' || step.do === 'expect-waiting';
