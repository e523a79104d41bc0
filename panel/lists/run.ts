import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { isActive } from '../../protocol/calls';
import type { DialRequest } from '../../protocol/dial-fields';
import type { Call } from '../../protocol/meeting';
import type { MeetingRef } from '../../protocol/panel-requests';
import { LIST_STRINGS } from '../../strings/lists';
import type { PlacedCall } from '../request/dialer';
import type { Press } from '../request/guard/guard';
import { type CallResult, isOver, resultOf } from '../state/call-result';
import type { KeptListRun } from './kept-run';
import type { Target } from './lines';

/** One destination of a run, with what has come of it. */
export type Row = { target: Target; callId?: string; result: CallResult };

/** What a run needs of the panel. */
export type RunNeeds = {
  calls: ReadonlySignal<readonly Call[] | undefined>;
  /** Calls that the peer has refused: their meeting was not there any more. */
  refused: ReadonlySignal<readonly string[]>;
  /** The meeting that the run belongs to. */
  press: Press;
  noAnswerAfterMs: ReadonlySignal<number>;
  now: () => number;
  /** Places a call in that meeting if policy and limit let it through; `undefined` if it is not there. */
  placeCall(request: DialRequest, into: MeetingRef): Promise<PlacedCall | undefined>;
  /** Why a request may not be dialed at all. */
  refusal(request: DialRequest): string | undefined;
  hangUp(call: Call): void;
};

/**
 * `away`, `reloaded`: the run waits, since its meeting is not in front or was reloaded. `interrupted`: its
 * panel was closed under it, and it waits for the user. `stopped`: it dials no more, and some of its calls
 * have no outcome yet.
 */
type ListRunState = 'running' | 'paused' | 'interrupted' | 'away' | 'reloaded' | 'stopped' | 'done';

/** A list that is being dialed. */
export interface ListRun {
  readonly rows: ReadonlySignal<readonly Row[]>;
  readonly state: ReadonlySignal<ListRunState>;
  /** Whether a destination is left to dial: only then is there something to pause or to continue. */
  readonly hasNext: ReadonlySignal<boolean>;
  /** How many have come to an end. */
  readonly over: ReadonlySignal<number>;
  /** Seconds until the limit lets the next call through; 0 while it does not hold anything up. */
  readonly heldFor: ReadonlySignal<number>;
  readonly live: ReadonlySignal<readonly Call[]>;
  /** Its meeting is not in front. */
  readonly isAway: ReadonlySignal<boolean>;
  /** The meeting of the run, in words. */
  readonly meeting: string;
  pause(): void;
  resume(): void;
  /** Dials no more of them; calls that are open go on. */
  stop(): void;
  hangUpAll(): void;
  /** Ends following the calls. */
  dispose(): void;
}

const TICK_MS = 1000;

/**
 * Dials targets, `atATime` of them at once. The next one's turn comes when one has joined, failed or not
 * answered. `before` is how far it had come in another panel: then it waits for `resume`.
 */
export function startRun(
  targets: readonly Target[],
  atATime: number,
  needs: RunNeeds,
  before?: Pick<KeptListRun, 'rows'>,
): ListRun {
  const was = progressOf(before?.rows ?? []);
  const placed = signal<ReadonlyMap<number, string>>(was.placed);
  const skipped = signal<ReadonlyMap<number, string | undefined>>(
    new Map([...refused(targets, needs), ...was.skipped]),
  );
  const last = was.last;
  const paused = signal<'paused' | 'interrupted' | undefined>(before && 'interrupted');
  // What the user has stopped is not dialed for no other reason.
  const stopped = signal([...was.skipped.values()].includes(undefined));
  const heldFor = signal(0);
  const time = signal(needs.now());

  const hasNext = computed(() => {
    const isLeft = (_: Target, index: number) => !placed.value.has(index) && !skipped.value.has(index);
    return targets.some(isLeft);
  });
  const rows = computed(() => {
    // With nothing to resume, nobody is asked whether to go on in the load that does not have these calls.
    const areLost = !hasNext.value && needs.press.presence.value === 'reloaded';
    const byId = new Map(needs.calls.value?.map((call) => [call.id, call]));
    return targets.map((target, index): Row => {
      const callId = placed.value.get(index);
      if (callId === undefined) {
        const outcome = skipped.value.has(index) ? 'not-dialed' : 'waiting';
        return { target, result: { outcome, detail: skipped.value.get(index) } };
      }
      if (needs.refused.value.includes(callId)) {
        return { target, callId, result: { outcome: 'not-dialed', detail: LIST_STRINGS.refused } };
      }
      const call = byId.get(callId);
      // Between the request and its first echo, and while the page is being reloaded, it is as it was.
      const result = call
        ? resultOf(call, time.value, needs.noAnswerAfterMs.value)
        : (last.get(index) ?? { outcome: 'calling' });
      last.set(index, result);
      const isLost = !call && areLost && !isOver(result);
      return { target, callId, result: isLost ? { ...result, outcome: 'unknown' } : result };
    });
  });
  const over = computed(() => rows.value.filter(({ result }) => isOver(result)).length);
  const state = computed((): ListRunState => {
    if (over.value === targets.length) return 'done';
    if (stopped.value) return 'stopped';
    if (!hasNext.value) return 'running';
    if (paused.value) return paused.value;
    const presence = needs.press.presence.value;
    return presence === 'here' ? 'running' : presence;
  });
  const live = computed(() => {
    const ids = new Set(placed.value.values());
    return (needs.calls.value ?? []).filter((call) => ids.has(call.id) && !call.hangUp && isActive(call));
  });

  let isPlacing = false;
  const stopFilling = effect(() => {
    void time.value;
    const open = rows.value.filter(({ callId, result }) => callId && !isOver(result)).length;
    const next = rows.value.findIndex(({ callId, result }) => !callId && result.outcome === 'waiting');
    const target = targets[next];
    if (state.value !== 'running' || isPlacing) return;
    if (open >= atATime || !target || !('request' in target)) heldFor.value = 0;
    else void dialNext(next, target.request);
  });
  async function dialNext(index: number, request: DialRequest): Promise<void> {
    isPlacing = true;
    const outcome = await needs.placeCall(request, needs.press.target.peek()).finally(() => {
      isPlacing = false;
    });
    batch(() => {
      heldFor.value = outcome && 'waitMs' in outcome ? Math.ceil(outcome.waitMs / 1000) : 0;
      // Held up, or no meeting at the moment: the next tick asks again.
      if (outcome && 'call' in outcome) placed.value = new Map([...placed.peek(), [index, outcome.call]]);
      if (outcome && 'refusal' in outcome)
        skipped.value = new Map([...skipped.peek(), [index, outcome.refusal]]);
    });
  }
  const ticking = setInterval(() => {
    time.value = needs.now();
    // A late answer still counts, for as long as a call is open.
    if (state.peek() === 'done' && live.peek().length === 0) clearInterval(ticking);
  }, TICK_MS);

  return {
    rows,
    hasNext,
    over,
    state,
    heldFor,
    live,
    isAway: computed(() => needs.press.presence.value === 'away'),
    pause: () => {
      paused.value = 'paused';
    },
    resume: () => {
      // A call that went with its page is never reported again, and the rest must not wait for it. One that
      // was placed in this load may only not be reported yet.
      const isReloaded = needs.press.presence.peek() === 'reloaded';
      const known = new Set(needs.calls.peek()?.map(({ id }) => id));
      for (const [index, id] of isReloaded ? placed.peek() : was.placed) {
        const result = last.get(index);
        if (!known.has(id) && result && !isOver(result)) last.set(index, { ...result, outcome: 'unknown' });
      }
      needs.press.renew();
      batch(() => {
        paused.value = undefined;
        time.value = needs.now();
        placed.value = new Map(placed.peek());
      });
    },
    meeting: needs.press.name,
    stop: () =>
      batch(() => {
        stopped.value = true;
        const rest = rows
          .peek()
          .flatMap(({ callId, result }, index) =>
            callId || isOver(result) ? [] : [[index, undefined] as const],
          );
        skipped.value = new Map([...skipped.peek(), ...rest]);
      }),
    hangUpAll: () => {
      for (const call of live.peek()) needs.hangUp(call);
    },
    dispose: () => {
      stopFilling();
      clearInterval(ticking);
    },
  };
}

/** How far a run had come, by the place of each row. */
function progressOf(rows: KeptListRun['rows']) {
  const placed = new Map<number, string>();
  const skipped = new Map<number, string | undefined>();
  const last = new Map<number, CallResult>();
  for (const [index, { callId, result }] of rows.entries()) {
    if (callId !== undefined) {
      placed.set(index, callId);
      last.set(index, result);
    } else if (result.outcome === 'not-dialed') skipped.set(index, result.detail);
  }
  return { placed, skipped, last };
}

/** What cannot or must not be dialed, with the reason. */
function refused(targets: readonly Target[], needs: RunNeeds): Map<number, string | undefined> {
  return new Map(
    targets.flatMap((target, index) => {
      const why = 'request' in target ? needs.refusal(target.request) : target.error;
      return why ? [[index, why] as const] : [];
    }),
  );
}
