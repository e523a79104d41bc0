import { formatList } from '../locales/format';
import type { Fault, Mismatch, Problem } from '../protocol/shape';
import { FAULT_STRINGS } from './faults';

/** What is wrong, in the user's language, behind the name of what it is wrong with: *must be text*. */
export function describeFault(fault: Fault): string {
  if (typeof fault === 'string') return FAULT_STRINGS.plain[fault];
  switch (fault.name) {
    case 'too-long':
      return FAULT_STRINGS.tooLong(fault.max);
    case 'too-many':
      return FAULT_STRINGS.tooMany(fault.max);
    case 'word':
      return FAULT_STRINGS.word({ words: formatList(fault.words), given: formatValue(fault.given) });
    case 'custom':
      return fault.text;
  }
}

/** The same with the field's name before it, where it is of a field: *active must be true or false*. */
export const describeProblem = ({ field, fault }: Problem): string =>
  field === undefined ? describeFault(fault) : FAULT_STRINGS.of({ field, fault: describeFault(fault) });

/** The first thing that is wrong. */
export const describeMismatch = ({ problems: [first] }: Pick<Mismatch, 'problems'>): string =>
  describeProblem(first);

/** A wrong value, to be named in a sentence. Anything may come, also what JSON does not know. */
export function formatValue(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 40)}"`;
  return typeof value === 'object' ? FAULT_STRINGS.anObject : String(value);
}
