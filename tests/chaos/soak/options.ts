import { parseArgs } from 'node:util';
import { errorText } from '../../../protocol/error-text';
import type { Result } from '../../../protocol/result';

export const USAGE = `npx tsx tests/chaos/soak/main.ts [options]      after npm run build:test

  --minutes N    how long, 10 by default
  --steps N      how many steps, however long they take
  --seed S       0 to 4294967295: the steps of an earlier run, which has printed its seed
`;

/** What a soak does, and until when: a number of steps is the same on every machine, a time is not. */
export type SoakOptions = { seed: number; until: { minutes: number } | { steps: number } };

/** Reads the command line; `seed` is that of a run which names none. An error says what is not understood. */
export function readOptions(args: readonly string[], seed: number): Result<SoakOptions> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        minutes: { type: 'string' },
        steps: { type: 'string' },
        seed: { type: 'string', default: String(seed) },
      },
    });
    if (values.minutes !== undefined && values.steps !== undefined)
      return { ok: false, error: 'Either --minutes or --steps: a run cannot end twice.' };
    const minutes = Number(values.minutes === undefined ? 10 : values.minutes || Number.NaN);
    if (!(minutes > 0 && minutes < Number.POSITIVE_INFINITY))
      return { ok: false, error: `--minutes takes a number above 0, not "${values.minutes}".` };
    if (values.steps !== undefined && !/^[1-9]\d{0,5}$/.test(values.steps))
      return { ok: false, error: `--steps takes a whole number above 0, not "${values.steps}".` };
    if (!/^\d{1,10}$/.test(values.seed) || Number(values.seed) >= 2 ** 32)
      return { ok: false, error: `--seed takes a whole number below 4294967296, not "${values.seed}".` };
    const until = values.steps === undefined ? { minutes } : { steps: Number(values.steps) };
    return { ok: true, value: { seed: Number(values.seed), until } };
  } catch (error) {
    return { ok: false, error: errorText(error) };
  }
}

/** The command that takes the same steps once more, and no others. */
export const replayOf = (seed: number, steps: number): string =>
  `npx tsx tests/chaos/soak/main.ts --seed ${seed} --steps ${steps}`;
