import { newOutcome, type Outcome } from '../protocol/call-outcome';

/** How many reported calls are remembered. */
const MAX_TOLD = 500;

/**
 * Returns the ids of the calls that were joined or have failed between two times at which the keeper of a
 * page kept them.
 */
export function outcomesOf(before: readonly unknown[], now: readonly unknown[]): Record<Outcome, string[]> {
  const earlier = new Map(callsOf(before));
  const news: Record<Outcome, string[]> = { joined: [], failed: [] };
  for (const [id, state] of callsOf(now)) {
    const outcome = newOutcome(earlier.get(id), state);
    if (outcome) news[outcome].push(id);
  }
  return news;
}

/** Returns what says which of some calls have not been told of yet. A panel and a keeper tell of the same. */
export function createTold(): (outcome: Outcome, calls: readonly string[]) => readonly string[] {
  const told = new Set<string>();
  return (outcome, calls) =>
    calls.filter((id) => {
      const key = `${outcome} ${id}`;
      if (told.has(key)) return false;
      told.add(key);
      const [oldest = ''] = told;
      if (told.size > MAX_TOLD) told.delete(oldest);
      return true;
    });
}

/** Reads ids and states from what a keeper, in a page, has kept. */
function callsOf(kept: readonly unknown[]): [id: string, state: unknown][] {
  return kept.flatMap((meeting) => {
    const { calls } = Object(meeting);
    return Array.isArray(calls)
      ? calls.map((call): [string, unknown] => [String(Object(call).id), Object(Object(call).state).name])
      : [];
  });
}
