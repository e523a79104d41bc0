import type { Concern } from '../guard/concerns';

const concern: Record<Concern, (destination: string) => string> = {
  premium: (destination) => `${destination} is a premium-rate number.`,
  foreign: (destination) => `${destination} is a number of another country.`,
};

/** What is said where a call is held back. */
export const GUARD_WORDS = {
  notAllowed: 'Your administrator does not allow calls to this destination.',
  limit: (seconds: number) =>
    `That were too many calls within a minute. The next may be placed in ${seconds} s; the limit is in the options.`,
  concern,
  question: (count: number) => (count === 1 ? 'Dial this number?' : `Dial these ${count} numbers?`),
  dial: 'Dial',
  cancel: 'Cancel',
};
