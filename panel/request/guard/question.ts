import type { ReadonlySignal } from '@preact/signals';
import type { MeetingRef } from '../../../protocol/panel-requests';

/** Whether the meeting of a press is in front; `reloaded`: it is, in another load of its frame. */
type MeetingPresence = 'here' | 'reloaded' | 'away';

/** A press of a button that dials, and the meeting that the user saw at that moment. */
export interface Press {
  /** The meeting in words. */
  readonly name: string;
  readonly target: ReadonlySignal<MeetingRef>;
  readonly presence: ReadonlySignal<MeetingPresence>;
  /** The user goes on in the load in which the meeting is now. */
  renew(): void;
}

/** A question that waits for its answer, in a dialog: whether to dial into this meeting. */
export type Question = {
  text: string;
  meeting: string | undefined;
  details: readonly string[];
  /** Somebody of them is in the meeting already, or is being called. */
  isAgain: boolean;
  answer(yes: boolean): void;
};

/** `gone`: the meeting was not there any more before there was an answer. */
export type GuardAnswer = 'yes' | 'no' | 'gone';
