import { FAULTS } from './faults';
import { PEOPLE } from './people';
import type { Step } from './scene';

/** What a soak chooses from, each as often as any other. */
export const STEPS: Readonly<Record<string, Step>> = { ...PEOPLE, ...FAULTS };

/**
 * Each step, and how often it happened; then those that found nothing to do, and those that never came up.
 */
export function tally(taken: readonly { name: string; happened: boolean }[]): string[] {
  const times = (name: string, happened: boolean) =>
    taken.filter((each) => each.name === name && each.happened === happened).length;
  const list = (names: readonly string[]) =>
    names.map((name) => `${name} ${times(name, true)}${idle(times(name, false))}`).join(', ');
  const idle = (count: number) => (count > 0 ? ` (and ${count} with nothing to do)` : '');
  return [`People: ${list(Object.keys(PEOPLE))}.`, `Faults: ${list(Object.keys(FAULTS))}.`];
}
