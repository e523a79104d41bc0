import { formatList } from '../../locales/format';
import { DIAL_FIELDS } from '../../protocol/dial-fields';
import type { Result } from '../../protocol/result';
import { fields, Mismatch, type Shape, text, trimmedText } from '../../protocol/shape';
import { PREFIX } from '../../protocol/wire';
import { describeProblem } from '../../strings/describe-fault';
import { SCENARIO_STRINGS } from '../../strings/scenarios';
import type { Dialed } from '../request/guard/concern';
import { dialedBy } from '../request/guard/dialed-by';
import { CONFERENCE_FLAGS, OWN_STEPS, PERSON_FLAGS } from './people-fields';
import { MESSAGES, needsPeople, STEP_KINDS, type Step, stepFields, THE_CALL } from './steps';
import { fillIn, readVariables } from './variables';

const SCENARIO_VERSION = 1;
const MAX_STEPS = 200;
export const MAX_SCENARIO_BYTES = 500_000;

/** A scenario with its variables filled in. */
export type Scenario = {
  name: string;
  description: string;
  /** Every variable, with the value that counts. */
  variables: Readonly<Record<string, string>>;
  steps: readonly Step[];
};

const { problems: texts } = SCENARIO_STRINGS;

const TOP_FIELDS = ['$schema', 'version', 'name', 'description', 'variables', 'steps'];
const title = trimmedText(256);

/**
 * Reads a scenario from the text of a file. `given` are values for its variables that count before its own.
 * The error lists everything that is wrong, each with its step and field and how to mend it.
 */
export function readScenario(
  source: string,
  given: Readonly<Record<string, string>> = {},
): Result<Scenario, readonly string[]> {
  if (source.length > MAX_SCENARIO_BYTES) return { ok: false, error: [texts.tooLarge] };
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch (error) {
    return { ok: false, error: [texts.noJson(error instanceof Error ? error.message : String(error))] };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return { ok: false, error: [texts.noObject] };
  }
  const file: Record<string, unknown> = { ...parsed };
  // Of another version nothing else that could be said would be true.
  if (file.version !== SCENARIO_VERSION) return { ok: false, error: [texts.version(SCENARIO_VERSION)] };

  const problems = unknownFields(file, TOP_FIELDS).map((field) => texts.unknownAtTop(field));
  const read = <T>(field: string, shape: Shape<T>, fallback: T): T => {
    const value = shape(file[field]);
    if (!(value instanceof Mismatch)) return value;
    const [{ fault }] = file[field] === undefined ? [{ fault: 'required' as const }] : value.problems;
    problems.push(texts.atTop(describeProblem({ field, fault })));
    return fallback;
  };
  const name = read('name', title, '');
  const description = file.description === undefined ? '' : read('description', text(2000), '');
  const variables = readVariables(file.variables, given);
  problems.push(...variables.problems);

  const steps: Step[] = [];
  const list: readonly unknown[] = Array.isArray(file.steps) ? file.steps : [];
  if (list.length === 0) problems.push(texts.noSteps);
  if (list.length > MAX_STEPS) problems.push(texts.tooManySteps(MAX_STEPS));
  for (const [index, raw] of list.slice(0, MAX_STEPS).entries()) {
    const filled = fillIn(raw, variables.values);
    // A value that is missing for want of a variable is one thing that is wrong, not two.
    if (variables.problems.length === 0)
      problems.push(
        ...filled.unknown.map((each) => inStep(index, nameOf(raw), texts.noVariable(`\${${each}}`))),
      );
    if (filled.isTooDeep) problems.push(inStep(index, nameOf(raw), texts.tooDeep));
    const step = readStep(filled.value);
    if (step.ok) steps.push(step.value);
    else problems.push(...step.error.map((problem) => inStep(index, nameOf(raw), problem)));
  }
  if (problems.length === 0) problems.push(...callsNotDialed(steps));
  return problems.length > 0
    ? { ok: false, error: problems }
    : { ok: true, value: { name, description, variables: variables.values, steps } };
}

/** Whom a step dials that sends a message as it stands. */
export const sentDial = ({ message, payload }: Extract<Step, { do: 'send' }>): Dialed | undefined =>
  dialedBy({ ...payload, action: PREFIX + message });

/** What a scenario will dial, in order; `isSent`: by a message as it stands, so that it isn't hung up. */
export const dialsOf = ({ steps }: Scenario): readonly ScenarioDial[] =>
  steps.flatMap((step): readonly ScenarioDial[] => {
    if (step.do === 'dial') return [step.request];
    const sent = step.do === 'send' && sentDial(step);
    return sent ? [{ ...sent, isSent: true }] : [];
  });

type ScenarioDial = Dialed & { protocol?: string; isSent?: true };

/** Says of a problem in which step it is. */
export const inStep = (index: number, name: string, problem: string) =>
  name
    ? texts.namedStep({ position: index + 1, name, problem })
    : texts.step({ position: index + 1, problem });

const unknownFields = (value: object, known: readonly string[]) =>
  Object.keys(value).filter((key) => !known.includes(key));

const nameOf = (raw: unknown): string => {
  const name: unknown = Reflect.get(Object(raw), 'name');
  return typeof name === 'string' ? name : '';
};

function readStep(raw: unknown): Result<Step, readonly string[]> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { ok: false, error: [texts.noStepObject] };
  }
  const kind = STEP_KINDS.find((each) => each === Reflect.get(raw, 'do'));
  if (!kind) return { ok: false, error: [texts.noKind(formatList(STEP_KINDS))] };
  const { [kind]: own } = stepFields;
  const problems = unknownFields(raw, ['do', 'name', ...Object.keys(own)]).map((field) =>
    texts.unknownField({ field, kind, known: formatList(Object.keys(own)) }),
  );
  const request: unknown = Reflect.get(raw, 'request');
  if (kind === 'dial' && typeof request === 'object' && request !== null) {
    const known = formatList(DIAL_FIELDS);
    problems.push(
      ...unknownFields(request, DIAL_FIELDS).map((field) =>
        texts.unknownField({ field, kind: 'request', known }),
      ),
    );
  }
  const read = fields({ name: title, ...own })(raw);
  if (read instanceof Mismatch) {
    problems.push(...read.problems.map(describeProblem));
    return { ok: false, error: problems };
  }
  const step = { ...read, do: kind } as Step;
  problems.push(...contradictions(step));
  return problems.length > 0 ? { ok: false, error: problems } : { ok: true, value: step };
}

/** Who sends a message that a step expects. */
export const senderOf = (step: Extract<Step, { do: 'expect-message' }>): 'plugin' | 'top' =>
  step.from ?? (isAmong(MESSAGES.plugin, step.message) ? 'plugin' : 'top');

const isAmong = (names: readonly string[], name: string) => names.includes(name);

/** Fields that are right each by itself and not together. */
function contradictions(step: Step): string[] {
  if (step.do === 'expect-message' && step.from && !isAmong(MESSAGES[step.from], step.message)) {
    return [
      texts.otherSender({
        message: step.message,
        sender: step.from,
        known: formatList(MESSAGES[step.from]),
      }),
    ];
  }
  if (needsPeople(step)) return contradictionsAboutPeople(step);
  if (step.do === 'expect-conference')
    return CONFERENCE_FLAGS.some((name) => step[name] !== undefined)
      ? []
      : [texts.noMark(formatList(CONFERENCE_FLAGS))];
  if (step.do !== 'expect-call') return [];
  return [
    ...(step.after !== undefined && step.state !== 'no-answer'
      ? [texts.onlyWith({ field: 'after', state: 'no-answer' })]
      : []),
    ...(step.reason !== undefined && step.state !== 'failed'
      ? [texts.onlyWith({ field: 'reason', state: 'failed' })]
      : []),
  ];
}

function contradictionsAboutPeople(step: Step): string[] {
  const whom = ['person', 'call'].filter((field) => Reflect.get(step, field) !== undefined);
  const canName = 'person' in stepFields[step.do];
  if (whom.length === 2) return [texts.bothPersonAndCall];
  if (canName && whom.length === 0 && !OWN_STEPS.includes(step.do)) return [texts.noPerson];
  if (step.do !== 'expect-person' || step.present !== false) return [];
  const flags = [...Object.keys(PERSON_FLAGS), 'overlayText'].filter((field) => field in step);
  return flags.length > 0 ? [texts.absentPerson(formatList(flags))] : [];
}

/** Steps about a call have to stand behind the step that dials it, and no two calls may have one name. */
function callsNotDialed(steps: readonly Step[]): string[] {
  const dialed = new Set<string>();
  return steps.flatMap((step, index) => {
    if (step.do === 'dial') {
      const { call = THE_CALL } = step;
      if (dialed.has(call)) return [inStep(index, step.name, texts.sameCall(call))];
      dialed.add(call);
      return [];
    }
    const named = callOf(step);
    return named === undefined || dialed.has(named)
      ? []
      : [inStep(index, step.name, noCall(named, formatList([...dialed])))];
  });
}

const noCall = (call: string, dialed: string) =>
  dialed ? texts.noCallAmong({ call, dialed }) : texts.noCall(call);

function callOf(step: Step): string | undefined {
  if (step.do === 'expect-call' || step.do === 'hang-up') return step.call ?? THE_CALL;
  return step.do !== 'dial' && 'call' in step ? step.call : undefined;
}
