import * as v from 'valibot';
import { type DialField, type DialRequest, dialFields } from './dial-fields';
import type { Result } from './result';
import { describeIssue, REQUIRED } from './text';

/** What is wrong with which field of a dial request, in words that can stand beside it. */
export type DialProblem = { field: DialField | undefined; message: string };

const isDialField = (name: string): name is DialField => Object.hasOwn(dialFields.entries, name);

/** An empty field of a form means *the node's default*, as an absent one does. */
const withoutBlanks = (input: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== '' && value !== null && value !== undefined),
  );

/** Makes a schema of the dial fields and `more` that takes blank fields for absent ones. */
export const dialRequestWith = <const More extends v.ObjectEntries>(more: More) =>
  v.pipe(
    v.record(v.string(), v.unknown(), 'must be an object'),
    v.transform(withoutBlanks),
    v.object({ ...dialFields.entries, ...more }, REQUIRED),
  );

export const dialRequestSchema = dialRequestWith({});

/**
 * Checks a dial request from outside. Fields that are absent or blank are left out of the result, so that
 * the node applies its own defaults. The error lists every field that is wrong.
 */
export function parseDialRequest(input: unknown): Result<DialRequest, DialProblem[]> {
  const parsed = v.safeParse(dialRequestSchema, input);
  if (parsed.success) return { ok: true, value: parsed.output };
  return { ok: false, error: parsed.issues.map(problemOf) };
}

function problemOf(issue: v.BaseIssue<unknown>): DialProblem {
  const name = v.getDotPath(issue) ?? '';
  return { field: isDialField(name) ? name : undefined, message: describeIssue(issue) };
}
