import { setTimeout as pause } from 'node:timers/promises';
import { errorText } from '../../../protocol/error-text';
import { WAIT_MS } from '../../limits';

interface Attempt<T> {
  /** Present as soon as the wait is over. */
  done?: { value: T };
  /** What was there instead, for the error text. */
  seen?: string;
}

interface EventuallyOptions {
  /** Default: `WAIT_MS`. A shorter one is for what is tried again, or has to fail. */
  timeoutMs?: number;
  /** Asked once, after the deadline, for more to say than the last attempt did. */
  explain?: () => Promise<string>;
}

const INTERVAL_MS = 40;
const LONGEST_INTERVAL_MS = 300;
/**
 * An attempt in a document that is being replaced may never end; the next one finds the new document. It gets
 * twice the time, in case that it was the machine that was slow.
 */
const FIRST_ATTEMPT_MS = 3_000;
/** Waits that took longer are told of, also where they end well: they are next to fail. */
const LONG_MS = 30_000;

/**
 * Asks again and again until an attempt is done. An attempt that throws counts as "not yet": documents are
 * torn down and rebuilt under our hands. The error after the deadline names what was awaited and what was
 * seen last.
 */
export async function eventually<T>(
  what: string,
  attempt: () => Promise<Attempt<T>>,
  { timeoutMs = WAIT_MS, explain }: EventuallyOptions = {},
): Promise<T> {
  const start = Date.now();
  const deadline = start + timeoutMs;
  let seen: string | undefined;
  let attemptMs = FIRST_ATTEMPT_MS;
  for (;;) {
    const begun = Date.now();
    try {
      const { done, seen: latest } = await within(attempt(), Math.min(deadline, begun + attemptMs));
      if (done) {
        const waitedMs = begun - start;
        if (waitedMs > LONG_MS) console.warn(`Waited ${waitedMs} ms for ${what}, and saw: ${seen}`);
        return done.value;
      }
      seen = latest ?? seen;
    } catch (error) {
      if (error instanceof NoAnswer) attemptMs *= 2;
      // That the last of many attempts was cut off says less than what those before it saw.
      if (!(error instanceof NoAnswer && seen)) seen = errorText(error);
    }
    if (Date.now() >= deadline) break;
    // On a busy machine attempts take long: they must not be what keeps it busy.
    const took = Date.now() - begun;
    await pause(Math.min(Math.max(INTERVAL_MS, 2 * took), LONGEST_INTERVAL_MS));
  }
  const explanation = await explain?.().catch((error: unknown) => `(no explanation: ${String(error)})`);
  throw new Error(
    [`Waited ${timeoutMs} ms for ${what}.`, `Last seen: ${seen ?? 'nothing'}`, explanation]
      .filter(Boolean)
      .join('\n'),
  );
}

class NoAnswer extends Error {}

/** A single attempt may hang, on a document that never answers: it must not outlive the deadline either. */
async function within<T>(attempt: Promise<T>, deadline: number): Promise<T> {
  const giveUp = new AbortController();
  const timeout = pause(Math.max(deadline - Date.now(), INTERVAL_MS), undefined, {
    signal: giveUp.signal,
  }).then(() => Promise.reject(new NoAnswer('no answer from the browser')));
  try {
    return await Promise.race([attempt, timeout]);
  } finally {
    giveUp.abort();
    timeout.catch(() => undefined);
    attempt.catch(() => undefined);
  }
}
