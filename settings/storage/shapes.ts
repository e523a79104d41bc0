import { type Shape, wrongAs } from '../../protocol/shape';
import { FAULT_STRINGS } from '../../strings/faults';

/** A whole number from `least` to `most`. */
export const whole =
  (least: number, most: number): Shape<number> =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : wrongAs(FAULT_STRINGS.range({ least, most }));
