import { DOCTOR_STRINGS } from '../../strings/diagnostics';
import type { Finding, FindingName } from './examine';

/** A finding in words. */
export const findingText = ({ name, about }: Finding): string => filled(DOCTOR_STRINGS.says[name], about);

/** What to do about a finding; `undefined` if there is nothing to be done. */
export function remedyText({ name, about }: Finding): string | undefined {
  const { remedies } = DOCTOR_STRINGS;
  return hasRemedy(name) ? filled(remedies[name], about) : undefined;
}

const hasRemedy = (name: FindingName): name is FindingName & keyof typeof DOCTOR_STRINGS.remedies =>
  name in DOCTOR_STRINGS.remedies;

const filled = (text: string | ((about: string) => string), about: string): string =>
  typeof text === 'string' ? text : text(about);
