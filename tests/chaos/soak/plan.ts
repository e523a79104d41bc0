import { pick, randomFrom } from './random';

/** One step that is to be taken: which it is, and a number from 0 to 1 that chooses what exactly it does. */
export type Planned = { name: string; at: number };

/** The steps of a seed, without an end: nothing that happens on the way has a say in them. */
export function* planOf(seed: number, names: readonly string[]): Generator<Planned, never> {
  const random = randomFrom(seed);
  for (;;) yield { name: pick(names, random()) ?? '', at: random() };
}
