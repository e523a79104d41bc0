import type { Fault, Problem } from './shape';

const KINDS = {
  text: 'text',
  flag: 'true or false',
  moment: 'a moment in milliseconds',
  number: 'a number',
  count: 'a whole number',
  object: 'an object',
  list: 'a list',
} as const;

/** "active must be true or false": for the other end of the protocol, and for consoles. */
export const inEnglish = ({ field, fault }: Problem): string =>
  field === undefined ? describe(fault) : `${field} ${describe(fault)}`;

function describe(fault: Fault): string {
  if (fault === 'required') return 'is required';
  if (fault === 'empty') return 'must not be empty';
  if (typeof fault === 'string') return `must be ${KINDS[fault]}`;
  if (fault.name === 'custom') return fault.text;
  if (fault.name === 'word') return `must be one of ${fault.words.join(', ')}, but is ${named(fault.given)}`;
  return fault.name === 'too-long'
    ? `must be at most ${fault.max} characters long`
    : `must have at most ${fault.max} entries`;
}

/** A wrong value, to be named in a sentence. Anything may come, also what JSON does not know. */
function named(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 40)}"`;
  return typeof value === 'object' ? KINDS.object : String(value);
}
