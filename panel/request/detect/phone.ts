import { type Detected, detected } from './detected';

/** Digits with what people put between them, then perhaps an extension, then perhaps tones. */
const PHONE =
  /^(?<number>(?:\+|\(\+)?[\d\s().\-/\u2010-\u2015]*\d[\s)]*?)(?:\s*(?:;ext=|,?\s*(?:ext|extn|extension)\.?\s*|x)(?<extension>\d{1,7}))?(?<tones>[,;pPwW][\d*#a-dA-D,;pPwW\s]*)?$/;
const IP_ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$/;

/** What stands in a phone number before anything is known of its country. */
export type PhoneText = { number: string; extension: string | undefined; tones: string | undefined };

/** Reads what looks like a phone number; `undefined` for a plain number that may as well be an alias. */
export function readPhoneText(text: string): PhoneText | undefined {
  const [, telephone] = /^(?:tel|callto|phone):(?:\/\/)?(.*)$/i.exec(text) ?? [];
  // `;phone-context=…` and the like say how to read the number, and are never dialled.
  const candidate = (telephone ?? text).replace(/;(?!ext=)[a-z-]+=[^;]*/gi, '');
  const groups = PHONE.exec(candidate)?.groups;
  if (!groups || IP_ADDRESS.test(candidate)) return undefined;
  const number = (groups.number ?? '').trim();
  const digits = number.replace(/\D/g, '');
  // Up to five digits are an extension or an alias, unless the text says otherwise.
  if (digits.length < 6 && telephone === undefined && !number.startsWith('+') && !groups.tones) {
    return undefined;
  }
  return { number, extension: groups.extension, tones: groups.tones && toTones(groups.tones) };
}

/** Phones write a wait as `;` or `w`; the node knows only the pause. */
const toTones = (tail: string) => tail.replace(/\s/g, '').replace(/[;wWP]/g, ',');

/** The number without what stands between its digits. */
export const digitsOf = (number: string) =>
  (/^\(?\+/.test(number) ? '+' : '') + number.replace(/\(0\)/g, '').replace(/\D/g, '');

/** What would be dialled, given what the numbering plans say: `e164` if the number is one of theirs. */
export function phoneDetected(
  { number, extension, tones }: PhoneText,
  e164: string | undefined,
  region: string,
): Detected {
  const isInternational = /^\(?\+/.test(number);
  const unknown = isInternational || region ? 'unknown-number' : 'no-region';
  const notes = [...(e164 ? [] : ([unknown] as const)), ...(extension ? (['extension'] as const) : [])];
  const base = detected('phone', 'auto', e164 ?? digitsOf(number), ...notes);
  return tones ? { ...base, tones } : base;
}
