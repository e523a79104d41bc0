import { isDate } from './dates';
import { type Detected, detected } from './detected';
import { decoded } from './escapes';
import { EXTENSION_WORDS } from './follow-ups';

/** What people put between digits: spaces, dots, dashes, strokes and bullets of any script. */
const DASHES = String.raw`\-\u2010-\u2015\u2043\u2212\u301c\u30fc~`;
const BETWEEN = String.raw`\s()./\[\]_|\u00b7\u2022\u2027\u2044\u2215\u2219\u22c5\u30fb${DASHES}`;
const NUMBER = String.raw`(?:\+|\(\+|\[\+)?[\d${BETWEEN}]*\d(?:[\s)\]]*[)\]])?`;

const BEFORE_EXTENSION = String.raw`(?:;ext=|(?:[,;([]\s*)?(?:${EXTENSION_WORDS})\.?:?\s*|(?<=\s)#\s?)`;
const EXTENSION = String.raw`${BEFORE_EXTENSION}(?<extension>\d{1,7})\s*[)\]]?`;
const TONES = String.raw`[,;pPwW][\d*#a-dA-D,;pPwW\s]*`;

/** Digits with what people put between them, then perhaps an extension, then perhaps tones. */
const PHONE = new RegExp(String.raw`^(?<number>${NUMBER})\s*(?:${EXTENSION})?(?<tones>${TONES})?$`, 'i');
/** A code of a phone system, as in `*97` or `*31#+4722334455`. */
const CODE = /^(?<number>(?:[*#]|\d[\d*]*[*#])[\d*#+\s().-]*)(?<tones>[,;pPwW][\d*#,;pPwW\s]*)?$/;
const IP_ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$/;
const SCHEME = /^(?:tel|telprompt|callto|phone):\/*\s*/i;

/** Takes the scheme of a number off an address: `callto:+47…@gateway` names one. */
export const withoutNumberScheme = (text: string): string =>
  SCHEME.test(text) && /^[^@]*\S@\S/.test(text) ? text.replace(SCHEME, '').replace(/\?.*$/, '') : text;

/** A whole number of at least six digits, with whatever stands between them. */
export const PHONE_LIKE = new RegExp(String.raw`^(?=(?:\D*\d){6})${NUMBER}\s*$`);

/** What stands in a phone number before anything is known of its country. */
type PhoneText = {
  number: string;
  extension?: string | undefined;
  tones?: string | undefined;
  /** It is dialed as it stands: no country has it. */
  isCode?: true;
};

/** Reads what looks like a phone number; `undefined` for a plain number that may as well be an alias. */
export function readPhoneText(text: string): PhoneText | undefined {
  const hasScheme = SCHEME.test(text);
  const bare = hasScheme ? withParameters(numberIn(text.replace(SCHEME, ''))) : text;
  const candidate = bare.replace(/;(?!ext=)[a-z-]+=[^;]*/gi, '').trim();
  const groups = PHONE.exec(candidate)?.groups;
  if (!hasScheme && isDate(candidate)) return undefined;
  if (!groups || IP_ADDRESS.test(candidate)) return hasScheme ? readCode(candidate) : undefined;
  const number = (groups.number ?? '').trim();
  const digits = number.replace(/\D/g, '');
  // Up to five digits are an extension or an alias, unless the text says otherwise.
  if (digits.length < 6 && !hasScheme && !number.startsWith('+') && !groups.tones) return undefined;
  return { number, extension: groups.extension, tones: groups.tones && toTones(groups.tones) };
}

/** A link may have been escaped twice, and a number has no query and no path. */
function numberIn(rest: string): string {
  let number = decoded(rest);
  if (/%[2-3][\dA-F]/i.test(number)) number = decoded(number);
  return number.replace(/\?.*$/, '').replace(/\/+$/, '');
}

function readCode(text: string): PhoneText | undefined {
  const groups = CODE.exec(text)?.groups;
  if (!groups) return undefined;
  const number = (groups.number ?? '').replace(/[\s().-]/g, '');
  return { number, isCode: true, tones: groups.tones && toTones(groups.tones) };
}

/** Two parameters of `tel:` are dialed: the country of a local number, and what follows its answer. */
function withParameters(text: string): string {
  const [, country] = /;phone-context=(\+\d+)/i.exec(text) ?? [];
  const [, tones = ''] = /;postd=([^;]*)/i.exec(text) ?? [];
  const local = country && !text.startsWith('+') ? country + text : text;
  if (!tones) return local;
  const pause = /^[pw,]/i.test(tones) ? '' : ',';
  return local.replace(/;postd=[^;]*/i, '') + pause + tones;
}

/** Phones write a pause as `p`, and a wait as `;` or `w`; the node has `,` for both. */
const toTones = (tail: string) => tail.replace(/\s/g, '').replace(/[;wWpP]/g, ',');

/** The number without what stands between its digits. */
export function digitsOf(number: string): string {
  if (!/^[([]?\+/.test(number)) return number.replace(/\D/g, '');
  // `+44 (0)20`: the zero is dialed inside the country only.
  return `+${number.replace(/[([]\s*0\s*[)\]]/g, '').replace(/\D/g, '')}`;
}

const NUMBER_ALONE = new RegExp(String.raw`^(${NUMBER})(\s*(?:${TONES}|;[\w-]+=.*))?$`);

/**
 * Returns the user part of an address with spaces out of a number: `+47 22 33 44 55`. Other spaces stay,
 * since nobody knows what the name is without them.
 */
export function closedUp(user: string): string {
  const [, number, tones = ''] = (/\s/.test(user) && NUMBER_ALONE.exec(user)) || [];
  return number === undefined ? user : digitsOf(number.trim()) + tones.replace(/\s/g, '');
}

/** What would be dialed, given what the numbering plans say: `e164` if the number is one of theirs. */
export function phoneDetected(
  { number, extension, tones, isCode }: PhoneText,
  e164: string | undefined,
  region: string,
): Detected {
  const isInternational = /^[([]?\+/.test(number);
  const unknown = isInternational || region ? 'unknown-number' : 'no-region';
  const notes = [
    ...(e164 || isCode ? [] : ([unknown] as const)),
    ...(extension ? (['extension'] as const) : []),
  ];
  const base = detected('phone', 'auto', isCode ? number : (e164 ?? digitsOf(number)), ...notes);
  return tones ? { ...base, tones } : base;
}
