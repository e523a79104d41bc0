import { type Shape, wrong } from '../../protocol/shape';

/** A whole number from `least` to `most`. */
export const whole =
  (least: number, most: number): Shape<number> =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : wrong({ name: 'range', least, most });
