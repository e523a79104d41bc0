import { strings } from '../locales/strings';
import { FAULT_TEXTS } from '../protocol/english';

/** What is wrong with a value. Most of its English is the protocol's; describe-fault.ts puts it together. */
export const FAULT_STRINGS = strings('faults', {
  ...FAULT_TEXTS,
  range: 'must be a whole number from {min} to {max}',
  only: 'must be {word}, not {given}',
});
