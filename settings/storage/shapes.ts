import { type Shape, wrongAs } from '../../protocol/shape';
import { FAULT_STRINGS } from '../../strings/faults';

/** A whole number from `min` to `max`. */
export const whole =
  (min: number, max: number): Shape<number> =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? value
      : wrongAs(FAULT_STRINGS.range({ min, max }));
