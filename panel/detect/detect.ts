import { readBare, readScheme } from './addresses';
import { clean } from './clean';
import { type Detected, detected } from './detected';
import { readLink } from './links';
import { digitsOf, type PhoneText, phoneDetected, readPhoneText } from './phone';

/** What can be said at once. A phone number needs the numbering plans, which are asked for with `phone`. */
export type FirstLook = { detected: Detected; phone?: PhoneText };

/** Says what was pasted or typed and what of it would be sent; `undefined` for nothing at all. */
export function detect(pasted: string): FirstLook | undefined {
  const text = clean(pasted);
  if (text === '') return undefined;
  const phone = readPhoneText(text);
  if (phone) return { phone, detected: detected('phone', 'auto', digitsOf(phone.number)) };
  const nested = text.replace(/^callto:(\/\/)?(?=.)/i, '');
  return { detected: readLink(nested) ?? readScheme(nested) ?? readBare(nested) };
}

/** Knows the numbering plans; loads them on its first call. */
export type ToE164 = (number: string, region: string) => Promise<string | undefined>;

/** The numbering plans, loaded when first asked. A failure to load costs the plan, never the number. */
export const loadedToE164: ToE164 = (number, region) =>
  import('./number-plan').then(
    (plan) => plan.toE164(number, region),
    () => undefined,
  );

/** As `detect`, but waits for the numbering plans where they are needed. */
export async function detectFully(
  pasted: string,
  region: string,
  toE164: ToE164 = loadedToE164,
): Promise<Detected | undefined> {
  const first = detect(pasted);
  if (!first?.phone) return first?.detected;
  return phoneDetected(first.phone, await toE164(first.phone.number, region), region);
}
