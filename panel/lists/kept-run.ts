import type { CallResult } from '../state/call-result';
import type { Target } from './lines';
import type { RunMeeting } from './run-meeting';

/** What is kept of a run for the panel that comes after: what it takes to go on, or to save the results. */
export type KeptListRun = {
  atATime: number;
  meeting: RunMeeting;
  /** No destination is left to dial. Calls can still be open. */
  isDone: boolean;
  rows: readonly { target: Target; callId?: string; result: CallResult }[];
};

/** The name under which a run is kept. */
export const KEPT_RUN = 'list-run';

/** The name under which a run is kept that was put aside for the next list, while that can be undone. */
export const KEPT_ASIDE = 'list-aside';

/** Reads a kept run. This version of the extension has written it: the memory does not outlive an update. */
export function readKeptListRun(kept: unknown): KeptListRun | undefined {
  const { atATime, meeting, rows } = Object(kept);
  const isWhole = Number.isInteger(atATime) && typeof Object(meeting).id === 'string' && Array.isArray(rows);
  return isWhole ? (kept as KeptListRun) : undefined;
}
