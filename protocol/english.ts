import type { Fault, Problem } from './shape';

/**
 * What is wrong with a value, in English. The other end of the protocol and consoles get it as it is;
 * `strings/faults.ts` translates it for the user.
 */
export const FAULT_TEXTS = {
  of: '{field} {fault}',
  plain: {
    required: 'is required',
    empty: 'must not be empty',
    text: 'must be text',
    flag: 'must be true or false',
    moment: 'must be a time in milliseconds',
    number: 'must be a number',
    count: 'must be a whole number',
    object: 'must be an object',
    list: 'must be a list',
  },
  tooLong: 'must have at most {max} characters',
  tooMany: 'must have at most {max} entries',
  word: 'must be one of {words}, not {given}',
  anObject: 'an object',
} as const;

/** "active must be true or false": for the other end of the protocol, and for consoles. */
export const inEnglish = ({ field, fault }: Problem): string =>
  field === undefined ? textOf(fault) : fill(FAULT_TEXTS.of, { field, fault: textOf(fault) });

function textOf(fault: Fault): string {
  if (typeof fault === 'string') return FAULT_TEXTS.plain[fault];
  switch (fault.name) {
    case 'too-long':
      return fill(FAULT_TEXTS.tooLong, { max: fault.max });
    case 'too-many':
      return fill(FAULT_TEXTS.tooMany, { max: fault.max });
    case 'word':
      return fill(FAULT_TEXTS.word, { words: fault.words.join(', '), given: named(fault.given) });
    case 'custom':
      return fault.text;
  }
}

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));

/** A wrong value, to be named in a sentence. Anything may come, also what JSON does not know. */
function named(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 40)}"`;
  return typeof value === 'object' ? FAULT_TEXTS.anObject : String(value);
}
