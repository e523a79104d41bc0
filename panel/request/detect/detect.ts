import { readBare, readScheme } from './addresses';
import { clean } from './clean';
import type { Detected } from './detected';
import { readLink } from './links';
import { refusalOf } from './notes';
import { phoneDetected, readPhoneText } from './phone';

/** Knows the numbering plans. */
export type ToE164 = (number: string, region: string) => Promise<string | undefined>;

/** The numbering plans, loaded when first asked. A failure to load costs the plan, never the number. */
const loadedToE164: ToE164 = (number, region) =>
  import('./number-plan').then(
    (plan) => plan.toE164(number, region),
    () => undefined,
  );

/**
 * Says what was pasted or typed and what of it would be sent; `undefined` for nothing at all. `region` is the
 * country of numbers that are written without one.
 */
export async function detect(
  pasted: string,
  region: string,
  toE164: ToE164 = loadedToE164,
): Promise<Detected | undefined> {
  const text = clean(pasted);
  if (text === '') return undefined;
  const phone = readPhoneText(text);
  if (phone) return phoneDetected(phone, await toE164(phone.number, region), region);
  const nested = text.replace(/^callto:(\/\/)?(?=.)/i, '');
  const found = readLink(nested) ?? readScheme(nested) ?? readBare(nested);
  return found.destination === '' ? { ...found, refusal: refusalOf(found) } : found;
}
