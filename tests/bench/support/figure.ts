/** One line of a benchmark's table. */
export interface Figure {
  /** What was measured, in words. */
  what: string;
  /** In which browser; absent where there is none about it. */
  in?: 'Chromium' | 'Firefox';
  median: number;
  unit: 'ms' | 'µs' | 'B' | 'kB' | 's' | '/s';
  /** Only where there are runs enough to have one. */
  p99?: number;
  runs: number;
  /** How this compares with something else of the same run. */
  ratio?: { to: string; value: number };
  goal?: Goal;
}

/** A goal is about the ratio, where there is one, and otherwise about the median. */
interface Goal {
  max: number;
  /** The ratio has to be below `max`, not at it. */
  strictly?: boolean;
}

/** A benchmark, and what it measured. `note` says what a reader has to know to read the figures. */
export interface Measured {
  name: string;
  title: string;
  note?: string;
  figures: Figure[];
}

/** What a goal is about: the ratio, or else the median. */
const measured = ({ ratio, median }: Figure): number => ratio?.value ?? median;

/** Whether a goal is met; `undefined` where there is none. */
export function isMet(figure: Figure): boolean | undefined {
  const { goal } = figure;
  if (!goal) return undefined;
  const value = measured(figure);
  return goal.strictly ? value < goal.max : value <= goal.max;
}
