import { list, oneOf, type Shape, wrong, wrongAs } from '../../protocol/shape';
import { FAULT_STRINGS } from '../../strings/faults';

/** A whole number from `min` to `max`. */
export const whole =
  (min: number, max: number): Shape<number> =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? value
      : wrongAs(FAULT_STRINGS.range({ min, max }));

/** At least one of a few words. */
export const someOf = <const T extends string>(words: readonly T[]): Shape<T[]> => {
  const read = list(oneOf(words), words.length);
  return (value) => (Array.isArray(value) && value.length === 0 ? wrong('empty') : read(value));
};
