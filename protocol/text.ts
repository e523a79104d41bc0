import * as v from 'valibot';
import { LIMITS } from './limits';

/** What is said of a field that is missing. */
export const REQUIRED = 'is required';

/** Text that is shown and never acted upon: cut at its limit rather than refused with its message. */
export const shownText = (limit: number = LIMITS.displayText) =>
  v.pipe(
    v.string('must be text'),
    v.transform((text) => text.slice(0, limit)),
  );

/** An identifier: compared and sent back, so never altered. */
export const id = v.pipe(
  v.string('must be text'),
  v.minLength(1, 'must not be empty'),
  v.maxLength(LIMITS.id, `must be at most ${LIMITS.id} characters long`),
);

/** The fields of a message; one that is missing is named. */
export const payload = <const Fields extends v.ObjectEntries>(fields: Fields) => v.object(fields, REQUIRED);

export const flag = v.boolean('must be true or false');

/** *Added.* Tells two dial-outs apart; the plugin repeats it in everything it says about that call. */
export const requestId = v.optional(id);

/**
 * A field that this project added to a message of the seed protocol. A stranger's value of another shape
 * under the same name must not cost the message its meaning, so it counts as absent.
 */
export const ignorable = <T extends v.GenericSchema>(schema: T) => v.fallback(v.optional(schema), undefined);

/** "active must be true or false": the first thing that is wrong, naming the field. */
export function describeIssue(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue);
  return field === null ? issue.message : `${field} ${issue.message}`;
}
