import * as v from 'valibot';
import { LIMITS } from './limits';
import type { Result } from './result';
import { describeIssue } from './text';

export const ROLES = ['HOST', 'GUEST'] as const;
export const PROTOCOLS = ['sip', 'h323', 'rtmp', 'mssip', 'auto'] as const;
export const CALL_TYPES = ['video', 'video-only', 'audio'] as const;
export const STREAMING = ['yes', 'no'] as const;
export const KEEP_CONFERENCE_ALIVE = [
  'keep_conference_alive',
  'keep_conference_alive_if_multiple',
  'keep_conference_alive_never',
] as const;

const oneOf = <const T extends readonly string[]>(values: T) =>
  v.picklist(values, (issue) => `must be one of ${values.join(', ')}, but is ${issue.received}`);

const limited = (limit: number) =>
  v.pipe(v.string('must be text'), v.maxLength(limit, `must be at most ${limit} characters long`));

const REQUIRED = 'is required';

/**
 * The body of a dial-out: the twelve fields of Pexip Infinity's dial request, three of them required.
 * Fields of other names are left out, since Infinity refuses a body that has any.
 * @see https://docs.pexip.com/api_client/api_rest.htm#dial
 */
const fields = v.object({
  role: v.pipe(v.string(REQUIRED), oneOf(ROLES)),
  destination: v.pipe(
    v.string(REQUIRED),
    v.trim(),
    v.minLength(1, 'must not be empty'),
    v.maxLength(LIMITS.destination, `must be at most ${LIMITS.destination} characters long`),
  ),
  protocol: v.pipe(v.string(REQUIRED), oneOf(PROTOCOLS)),
  call_type: v.exactOptional(oneOf(CALL_TYPES)),
  presentation_url: v.exactOptional(limited(LIMITS.url)),
  streaming: v.exactOptional(oneOf(STREAMING)),
  dtmf_sequence: v.exactOptional(limited(LIMITS.dtmf)),
  source: v.exactOptional(limited(LIMITS.destination)),
  source_display_name: v.exactOptional(limited(LIMITS.displayText)),
  remote_display_name: v.exactOptional(limited(LIMITS.displayText)),
  text: v.exactOptional(limited(LIMITS.displayText)),
  keep_conference_alive: v.exactOptional(oneOf(KEEP_CONFERENCE_ALIVE)),
});

export type DialRequest = v.InferOutput<typeof fields>;
export type DialField = keyof DialRequest;

/** What is wrong with which field of a dial request, in words that can stand beside it. */
export type DialProblem = { field: DialField | undefined; message: string };

/** The fields by name, in the order in which the seed document lists them. */
export const DIAL_FIELDS = Object.keys(fields.entries) as DialField[];

const isDialField = (name: string): name is DialField => Object.hasOwn(fields.entries, name);

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
    v.object({ ...fields.entries, ...more }, REQUIRED),
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
