import { CREDENTIAL_WORDS } from './credentials';

/** What people write before an extension, or before a key to press, in the languages of their signatures. */
export const EXTENSION_WORDS = [
  'ext(?:n|ension)?|extensi[óo]n|extens[ãa]o|x|opt(?:ion)?|press|durchwahl|dw|nebenstelle|nst|app(?:arat)?',
  'poste|p\\.|int(?:erno)?|anexo|ramal|toestel|tst|ankn(?:ytning)?|linje|lokal|internn(?:r|ummer)',
  'wewn?|klapka|dahili|доб(?:авочный)?|вн|内線|內線|分机|내선|داخلي|تحويلة|تحويله',
].join('|');

const FOLLOW_UP = new RegExp(
  String.raw`(?:^|[\s,;/(\[#])(?:(?:${EXTENSION_WORDS}|${CREDENTIAL_WORDS})\.?\s?[:#]?\s?|#\s?)[#*]?\d`,
  'iu',
);

/** Whether a text beside a number has what is to be entered once it has answered: `PIN: 1234`, `ext 12`. */
export const isFollowUp = (text: string): boolean => FOLLOW_UP.test(text);

const TIME = String.raw`\d{1,2}(?:[:.]\d{2})?`;
const HOURS = String.raw`24\s?/\s?7|24\s?h|${TIME}\s?[-\u2010-\u2015/]\s?${TIME}`;
const REMARK = new RegExp(
  String.raw`(?<=(?:\d[\s().\-/]{0,3}){6}\d)\s*(?:[([]\s*(?:\d{1,3}|${HOURS})\s*[)\]]|\s24\s?(?:/\s?7|h))$`,
  'i',
);

/** Takes off digits behind a whole number that are none of its own: `22 33 44 55 (24/7)`, `… (9-17)`. */
export const withoutHours = (text: string): string => text.replace(REMARK, '');
