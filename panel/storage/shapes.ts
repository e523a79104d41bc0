import { Mismatch, type Shape } from '../../protocol/shape';

/** A whole number from `least` to `most`. */
export const whole =
  (least: number, most: number): Shape<number> =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : new Mismatch([{ message: `must be a whole number from ${least} to ${most}` }]);
