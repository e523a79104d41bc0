/** The outcomes of a call that cause a notification. */
export const OUTCOMES = ['joined', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * Returns what a call has just come to, by the names of its state before and now; `undefined` where there is
 * nothing to tell. A call that a reload made unknown is only known again.
 */
export const newOutcome = (before: unknown, now: unknown): Outcome | undefined =>
  before === now || before === 'unknown' ? undefined : OUTCOMES.find((each) => each === now);
