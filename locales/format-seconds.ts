import { perLanguage } from './format';

const inSeconds = (digits: number) =>
  perLanguage(
    (tag) =>
      new Intl.NumberFormat(tag, {
        style: 'unit',
        unit: 'second',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  );
const whole = inSeconds(0);
const tenths = inSeconds(1);

/** "3 sec" */
export const formatSeconds = (seconds: number): string => whole().format(seconds);

/** "3.0 sec", also where the digit behind the point is 0. */
export const formatTenthsOfSeconds = (seconds: number): string => tenths().format(seconds);
