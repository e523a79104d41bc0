import type { Fault, Problem } from './shape';

const SAID = {
  required: 'is required',
  empty: 'must not be empty',
  text: 'must be text',
  flag: 'must be true or false',
  moment: 'must be a moment in milliseconds',
  number: 'must be a number',
  count: 'must be a whole number',
  object: 'must be an object',
  list: 'must be a list',
} as const;

/** "active must be true or false": for the other end of the protocol, and for consoles. */
export const inEnglish = ({ field, fault }: Problem): string =>
  field === undefined ? said(fault) : `${field} ${said(fault)}`;

function said(fault: Fault): string {
  if (typeof fault === 'string') return SAID[fault];
  switch (fault.name) {
    case 'too-long':
      return `must be at most ${fault.most} characters long`;
    case 'too-many':
      return `must have at most ${fault.most} entries`;
    case 'range':
      return `must be a whole number from ${fault.least} to ${fault.most}`;
    case 'word':
      return `must be ${fault.words.length > 1 ? 'one of ' : ''}${fault.words.join(', ')}, but is ${named(fault.given)}`;
    case 'said':
      return fault.said;
  }
}

/** A wrong value, to be named in a sentence. Anything may come, also what JSON does not know. */
const named = (value: unknown): string =>
  typeof value === 'string'
    ? `"${value.slice(0, 40)}"`
    : typeof value === 'object'
      ? 'an object'
      : String(value);
