import type { Meeting } from '../../protocol/meeting';
import type { Participant } from '../../protocol/people';
import type { ReceivedMessages } from './received';

/** Whether what a step expects is so. `isFinal`: it never will be. */
export type Observation = { met: true } | { met: false; seen: string; isFinal?: boolean };

export const DONE: Observation = { met: true };

/** What an expectation is held against. */
export type Scene = {
  meeting: Meeting | undefined;
  received: ReceivedMessages;
  now: number;
  noAnswerAfterMs: number;
  /** Who is in the meeting; `undefined` until that was reported. */
  people: ReadonlyMap<string, Participant> | undefined;
  /** The ids of what was not sent, since its meeting was gone. */
  refused: readonly string[];
  /** The id of a call, by the name that the scenario gave it. */
  idOf(call: string): string | undefined;
};
