import { parseArgs } from 'node:util';
import type { Result } from '../../../protocol/result';

export const USAGE = `npm run soak -- [options]      after npm run build

  --minutes N    how long, 10 by default
  --seed S       0 to 4294967295: the steps of an earlier run, which has printed its seed
`;

/** Reads the command line; `seed` is that of a run which names none. An error says what is not understood. */
export function readOptions(
  args: readonly string[],
  seed: number,
): Result<{ minutes: number; seed: number }> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        minutes: { type: 'string', default: '10' },
        seed: { type: 'string', default: String(seed) },
      },
    });
    const minutes = Number(values.minutes || Number.NaN);
    if (!(minutes > 0 && minutes < Number.POSITIVE_INFINITY))
      return { ok: false, error: `--minutes takes a number above 0, not "${values.minutes}".` };
    if (!/^\d{1,10}$/.test(values.seed) || Number(values.seed) >= 2 ** 32)
      return { ok: false, error: `--seed takes a whole number below 4294967296, not "${values.seed}".` };
    return { ok: true, value: { minutes, seed: Number(values.seed) } };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}
