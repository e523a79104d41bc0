import { LIMITS } from '../../../protocol/limits';
import { isCellError, isShortened, isTooNarrow, withoutFormat } from '../../files/spreadsheet';
import { readBare, readScheme } from './addresses';
import { addressesAmid, addressKeyOf, mayBeOne } from './amid';
import { clean } from './clean';
import { isCredential } from './credentials';
import { isDate } from './dates';
import { type Detected, detected } from './detected';
import { entriesIn } from './entries';
import { filledLines } from './filled-lines';
import { isFollowUp } from './follow-ups';
import { readLink } from './links';
import { refusalOf } from './notes';
import { digitsOf, phoneDetected, readPhoneText, withoutNumberScheme } from './phone';
import { readPlain } from './plain';
import { plainText } from './plain-text';

/** Knows the numbering plans. */
type ToE164 = (number: string, region: string) => Promise<string | undefined>;

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
  const line = oneLineOf(pasted);
  if (line === undefined) return refused(detected('several', 'auto', '', 'one-at-a-time'));
  const entries = entriesIn(line ? plainText(line) : text);
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
  return link ?? (await readAmid(address, region, toE164)) ?? readScheme(address) ?? readBare(address);
}

/** Of a scheme, spaces may be in the name, unless its first word is a whole address. */
const SCHEME_WITH_SPACES = /^[a-z][a-z0-9+.-]*:(?!\s?(?:\S+@[^\s@]+[^\s;:@]|\d+(?:\.\d+){3})\s)/i;

/** Reads the address that stands in other text; `undefined` where there is none, or the text may be one. */
async function readAmid(text: string, region: string, toE164: ToE164): Promise<Detected | undefined> {
  if (mayBeOne(text) || SCHEME_WITH_SPACES.test(text)) return undefined;
  const [found, ...more] = addressesAmid(text);
  if (!found || found.address === text) return undefined;
  if (more.length > 0) return detected('several', 'auto', '', 'one-at-a-time');
  const { address, before, behind } = found;
  const read = await readAddress(address, region, toE164);
  // Other digits of the text may have been taken for the number's own.
  if (read.notes.includes('unknown-number')) return detected('phone', 'auto', '', 'not-a-destination');
  const name = before.trim() === '' && /^\s[^\d@]+$/.test(behind) ? clean(behind) : '';
  const isNumber = read.kind === 'phone' && isFollowUp(behind);
  return {
    ...read,
    ...(name && { name }),
    notes: isNumber ? [...new Set([...read.notes, 'extension' as const])] : read.notes,
  };
}

/**
 * Returns the one line of several that has an address, as in an invitation in a cell: '' where it cannot be
 * told, and `undefined` where several lines have one.
 */
function oneLineOf(pasted: string): string | undefined {
  const lines = filledLines(pasted);
  if (lines.length < 2) return '';
  const found = new Map<string, string>();
  for (const line of lines)
    for (const { address } of addressesAmid(` ${plainText(line)} .`)) found.set(addressKeyOf(address), line);
  return found.size > 1 ? undefined : ([...found.values()][0] ?? '');
}
