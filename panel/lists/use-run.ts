import { useEffect, useState } from 'preact/hooks';
import type { Press } from '../request/guard/guard';
import type { PanelContext } from '../state/context';
import { useKept } from '../state/use-kept';
import { failedTargets } from './failed-targets';
import { KEPT_ASIDE, KEPT_RUN, type KeptListRun, readKeptListRun } from './kept-run';
import type { Target } from './lines';
import { type ListRun, type RunNeeds, startRun } from './run';
import { pressAgain, type RunMeeting, runMeetingOf } from './run-meeting';

type Dialed = { run: ListRun; atATime: number; meeting: RunMeeting };

/** The run of *Many*: the one that is dialed here, or the one that the panel before has left. */
export function useRun(context: PanelContext) {
  const { store, signal } = context;
  const [dialed, setDialed] = useState<Dialed>();
  const [aside, setAside] = useState<Dialed>();
  useKept(context, KEPT_RUN, dialed, keptOf, (left) => {
    const kept = readKeptListRun(left);
    if (kept) setDialed((here) => here ?? interrupted(context, kept));
  });
  useKept(context, KEPT_ASIDE, aside, keptOf, (left) => {
    const kept = readKeptListRun(left);
    if (kept) setAside((here) => here ?? interrupted(context, kept));
  });
  useEffect(() => {
    const dispose = () => dialed?.run.dispose();
    signal.addEventListener('abort', dispose, { once: true });
    return dispose;
  }, [dialed, signal]);
  return {
    run: dialed?.run,
    /** Whether results that were put aside can be brought back. */
    isAside: aside !== undefined,
    start(targets: readonly Target[], atATime: number, press: Press) {
      const meeting = runMeetingOf(press, store.meetings.peek());
      const needs = needsOf(context, pressAgain(meeting, store.meetings));
      setAside(undefined);
      setDialed({ run: startRun(targets, atATime, needs), atATime, meeting });
    },
    /**
     * Makes room for the next list. Until that is dialed, or `forgetAside`, the run can be brought back, and
     * be continued if it was interrupted.
     */
    putAside() {
      setAside(dialed);
      setDialed(undefined);
    },
    bringBack() {
      // It doesn't follow its calls any more, as one that another panel has left.
      if (aside) setDialed(interrupted(context, keptOf(aside)));
      setAside(undefined);
    },
    forgetAside() {
      setAside(undefined);
    },
    /** What of the run has failed, and how many of it were dialed at a time. */
    again() {
      if (!dialed) return undefined;
      return { targets: failedTargets(dialed.run.rows.peek()), atATime: dialed.atATime };
    },
  };
}

/** The run of a panel that was closed. It waits for the user if there is something left to dial. */
function interrupted(context: PanelContext, kept: KeptListRun): Dialed {
  const { rows, atATime, meeting } = kept;
  const needs = needsOf(context, pressAgain(meeting, context.store.meetings));
  const targets = rows.map(({ target }) => target);
  return { run: startRun(targets, atATime, needs, kept), atATime, meeting };
}

/** Returns what is to be kept of a run as it is now. */
const keptOf = ({ run, atATime, meeting }: Dialed): KeptListRun => ({
  atATime,
  meeting,
  isDone: !run.hasNext.value,
  rows: run.rows.value,
});

const needsOf = ({ store }: PanelContext, press: Press): RunNeeds => ({
  press,
  refused: store.refused,
  calls: store.calls,
  noAnswerAfterMs: store.noAnswerAfterMs,
  now: Date.now,
  placeCall: store.placeCall,
  refusal: store.guard.refusal,
  hangUp: store.hangUp,
});
