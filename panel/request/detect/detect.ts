import { LIMITS } from '../../../protocol/limits';
import { isCellError, isShortened, isTooNarrow, withoutFormat } from '../../files/spreadsheet';
import { readBare, readScheme } from './addresses';
import { clean } from './clean';
import { isCredential } from './credentials';
import { isDate } from './dates';
import { type Detected, detected } from './detected';
import { entriesIn } from './entries';
import { readLink } from './links';
import { refusalOf } from './notes';
import { digitsOf, phoneDetected, readPhoneText, withoutNumberScheme } from './phone';
import { readPlain } from './plain';
import { plainText } from './plain-text';

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
 * country of numbers that are written without one. The form, lists, presets, files and policies all read
 * destinations with this function.
 */
export async function detect(
  pasted: string,
  region: string,
  toE164: ToE164 = loadedToE164,
): Promise<Detected | undefined> {
  const plain = readPlain(pasted);
  if (plain) return plain;
  // Longer than anything that can be dialed: it is refused as that, and not worth reading.
  const text = plainText(pasted.slice(0, LIMITS.url));
  if (Math.max(pasted.length, text.length) > LIMITS.url) return detected('address', 'auto', pasted.trim());
  const entries = entriesIn(text);
  const [entry, ...more] = entries ?? [];
  if (!entry || more.length > 0) return refused(detected('several', 'auto', '', 'one-at-a-time'));
  const address = clean(entry.address);
  if (pasted.trim() === '') return undefined;
  const found = await readAddress(address, region, toE164);
  const read = found.destination === '' ? refused(found) : found;
  return {
    ...read,
    ...(entry.name && { name: entry.name }),
    ...(entry.hasMore && { notes: [...read.notes, 'more-cells' as const] }),
  };
}

const refused = (found: Detected): Detected => ({ ...found, refusal: refusalOf(found) });

/** Anything that is dialed has a letter, a digit, or a sign of a phone's keys. */
const DIALABLE = /[\p{L}\p{N}@*#]/u;

/** Programs put a scheme before another: `callto:sip:alice@x`, `sip:tel:+47…`. The inner one is meant. */
const OUTER_SCHEMES =
  /^(?:(?:sips?|h323|mssip|tel|callto|mailto|pexip|phone):\/*)+(?=(?:sips?|h323|mssip|tel|callto|mailto|rtmps?|https?):)/i;

async function readAddress(text: string, region: string, toE164: ToE164): Promise<Detected> {
  if (isDate(text)) return detected('date', 'auto', '', 'not-a-destination');
  if (isCredential(text)) return detected('address', 'auto', '', 'not-a-destination');
  if (isShortened(text)) return detected('phone', 'auto', '', 'shortened');
  if (isCellError(text) || isTooNarrow(text)) return detected('address', 'auto', '', 'cell-error');
  if (!DIALABLE.test(text)) return detected('address', 'auto', '', 'not-a-destination');
  const nested = withoutFormat(text)
    .replace(OUTER_SCHEMES, '')
    .replace(/^(?:callto:\/*)+(?=[^+\d*#(%/])([^?]*).*$/i, '$1');
  const link = readLink(nested);
  const phone = readPhoneText(nested);
  if (phone)
    return phoneDetected(
      phone,
      phone.isCode ? undefined : await toE164(digitsOf(phone.number), region),
      region,
    );
  const address = withoutNumberScheme(nested);
  return link ?? readScheme(address) ?? readBare(address);
}
