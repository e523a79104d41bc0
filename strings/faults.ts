import { strings } from '../locales/strings';

/** What is wrong with a value: `protocol/shape.ts` finds it, and `protocol/english.ts` says the same to plugins and logs. */
export const FAULT_STRINGS = strings('faults', {
  of: '{field} {fault}',
  plain: {
    required: 'is required',
    empty: 'must not be empty',
    text: 'must be text',
    flag: 'must be true or false',
    moment: 'must be a moment in milliseconds',
    number: 'must be a number',
    count: 'must be a whole number',
    object: 'must be an object',
    list: 'must be a list',
  },
  tooLong: 'must be at most {max} characters long',
  tooMany: 'must have at most {max} entries',
  range: 'must be a whole number from {min} to {max}',
  only: 'must be {word}, but is {given}',
  word: 'must be one of {words}, but is {given}',
  anObject: 'an object',
});
