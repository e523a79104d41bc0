import { DIAGNOSTICS_STRINGS } from '../../strings/diagnostics';
import type { Diagnosis, FindingName } from './examine';

/** A finding in words. */
export const findingText = ({ name, about }: Diagnosis): string =>
  filled(DIAGNOSTICS_STRINGS.says[name], about);

/** What to do about a finding; `undefined` if there is nothing to be done. */
export function remedyText({ name, about }: Diagnosis): string | undefined {
  const { remedies } = DIAGNOSTICS_STRINGS;
  return hasRemedy(name) ? filled(remedies[name], about) : undefined;
}

const hasRemedy = (name: FindingName): name is FindingName & keyof typeof DIAGNOSTICS_STRINGS.remedies =>
  name in DIAGNOSTICS_STRINGS.remedies;

const filled = (text: string | ((about: string) => string), about: string): string =>
  typeof text === 'string' ? text : text(about);
