import { type DialField, type DialRequest, dialFields } from './dial-fields';
import type { Result } from './result';
import { type Fault, fields, Mismatch, type Problem, type Shape } from './shape';

/** What is wrong with which field of a dial request; without a field, with all of it. */
type DialProblem = { field: DialField | undefined; fault: Fault };

const isDialField = (name: string): name is DialField => Object.hasOwn(dialFields, name);

/** An empty field of a form means *the node's default*, as an absent one does. */
const withoutBlanks = (input: unknown): unknown =>
  Object(input) === input
    ? Object.fromEntries(Object.entries(Object(input)).filter(([, value]) => value !== '' && value !== null))
    : input;

/** Makes a shape of the dial fields and `more` that takes blank fields for absent ones. */
export const dialRequestWith = <const More extends Record<string, Shape<unknown>>>(more: More) => {
  const read = fields({ ...dialFields, ...more });
  return (value: unknown) => read(withoutBlanks(value));
};

const dialRequest = /* @__PURE__ */ dialRequestWith({});

/**
 * Checks a dial request from outside. Fields that are absent or blank are left out of the result, so that
 * the node applies its own defaults. The error lists every field that is wrong.
 */
export function parseDialRequest(input: unknown): Result<DialRequest, DialProblem[]> {
  const read = dialRequest(input);
  return read instanceof Mismatch
    ? { ok: false, error: read.problems.map(problemOf) }
    : { ok: true, value: read };
}

const problemOf = ({ field, fault }: Problem): DialProblem => ({
  field: field !== undefined && isDialField(field) ? field : undefined,
  fault,
});
