import { DIAGNOSTICS_STRINGS } from '../../strings/diagnostics';
import type { Diagnosis, FindingName } from './examine';

/** A finding in words. */
export const findingText = ({ name, about }: Diagnosis): string =>
  filled(DIAGNOSTICS_STRINGS.says[name], about);

/** What to do about a finding; `undefined` if there is nothing to be done. */
export function remedyText({ name, about, isFixed }: Diagnosis): string | undefined {
  const { remedies, remediesOfOthers } = DIAGNOSTICS_STRINGS;
  if (isFixed && isIn(remediesOfOthers, name)) return remediesOfOthers[name];
  return isIn(remedies, name) ? filled(remedies[name], about) : undefined;
}

const isIn = <T extends object>(texts: T, name: FindingName): name is FindingName & keyof T => name in texts;

const filled = (text: string | ((about: string) => string), about: string): string =>
  typeof text === 'string' ? text : text(about);
