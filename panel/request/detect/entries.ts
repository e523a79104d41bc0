import { LIMITS } from '../../../protocol/limits';
import { isCellError, isShortened, withoutFormat } from '../../files/spreadsheet';
import { addressesAmid, addressKeyOf } from './amid';
import { clean, withoutBullet, withoutPictures } from './clean';
import { isCredential } from './credentials';
import { isFollowUp, withoutHours } from './follow-ups';
import { isLink } from './links';
import { withoutMarkup } from './markup';
import { readPhoneText } from './phone';
import { readPlain } from './plain';
import { withoutProperty } from './properties';

/**
 * An address in a line of text, with the name that stands beside it. `hasMore` where cells behind the address
 * say something that is not read, such as a PIN: without column names, nobody knows what they are.
 */
type Entry = { name?: string; address: string; hasMore?: true };

const SCHEMES = 'sips?|h\\.?323|mssip|tel|callto|mailto|pexip|im|conf|rtmps?|skype';
const SCHEME = new RegExp(String.raw`^(?:[a-z][a-z0-9+.-]*:\/\/|(?:${SCHEMES}):\s*\S)`, 'i');
/** `alice@example.com`, and `+47 22 33 44 55@gateway.example.com`. */
const AT_HOST = /^(?:\S+|[+(]?\d[\s\d().,;*#\-/]*)@\S+$/;
const IP_ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}(?:##\S+)?$/;

/**
 * How surely a piece of text is an address: 3 names a host, 2 is a number, 1 may count something else, such
 * as seats, 0 may be anything.
 */
function rank(text: string): 0 | 1 | 2 | 3 {
  if (/<[^<>]+>/.test(text)) return 3;
  const cell = clean(text);
  if (AT_HOST.test(cell) || SCHEME.test(cell) || isLink(cell)) return 3;
  if (isShortened(cell) || isCellError(cell)) return 2;
  if (/^\d{1,2}$/.test(cell)) return 1;
  return readPhoneText(withoutFormat(cell)) || /^[+*#\d][\d*#]*$/.test(cell) || IP_ADDRESS.test(cell) ? 2 : 0;
}

/**
 * Reads who is in one line: `Room 1, room1@x`, `"Smith, A" <a@x>`, `alice@x; bob@x`. Mostly that is one
 * address. `undefined` for a name with several addresses: which of them is meant, nobody knows.
 */
export function entriesIn(line: string): readonly Entry[] | undefined {
  if (readPlain(line)) return [{ address: line.trim() }];
  if (line.length > MAX_LINE)
    return cutAtSeparators(line)
      .slice(0, LIMITS.list + 1)
      .flatMap((cell) =>
        cell.length > MAX_LINE ? [{ address: cell }] : (entriesIn(cell) ?? [{ address: cell }]),
      );
  const text = withoutHours(withoutBullet(withoutProperty(withoutMarkup(withoutBullet(line)))));
  const [, extension] = EXTENSION_ALONE.exec(text) ?? [];
  if (extension) return [{ address: extension }];
  if (isCredential(text)) return [{ address: text }];
  if (isTwoNumbers(text)) return undefined;
  if (text.includes('\t')) return chosen(text.split('\t'), ' ', (names) => names[0]);
  if (/<[^<>]+>/.test(text)) return bracketed(text);
  if (readPhoneText(withoutFormat(text))) return [{ address: text }];
  const cells = pieces(text);
  if (cells.length === 1) return beside((cells[0] ?? '').trim());
  const found = chosen(cells, ', ', (names) => names.join(', '));
  // A comma in a link is a part of it, unless a whole address follows.
  const isWhole = !/\s/.test(text) && (SCHEME.test(text) || isLink(text));
  return isWhole && found?.length === 1 ? [{ address: text }] : found;
}

/** `ext. 12`, `Durchwahl 12`: the number is meant, in a system of its own. */
const SURE_WORDS = 'ext(?:n|ension)?|extensi[óo]n|durchwahl|nebenstelle|poste|toestel|ramal|доб|内線|分机';
const EXTENSION_ALONE = new RegExp(String.raw`^(?:${SURE_WORDS})\.?:?\s+(\d{2,7})$`, 'iu');

/**
 * Longer lines are the recipients of a mail, or nothing that can be dialed: they are cut first, in one pass.
 */
const MAX_LINE = LIMITS.url;

/** Cuts at tabs, or else at semicolons, or else at commas, where they are not quoted or in brackets. */
function cutAtSeparators(line: string): string[] {
  const separator = ['\t', ';'].find((sign) => line.includes(sign)) ?? ',';
  const cells: string[] = [];
  let [from, isQuoted, isInBrackets] = [0, false, false];
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at];
    if (sign === '"') isQuoted = !isQuoted;
    if (sign === '<' || sign === '>') isInBrackets = sign === '<';
    if (sign !== separator || isQuoted || isInBrackets) continue;
    cells.push(line.slice(from, at));
    from = at + 1;
  }
  return [...cells, line.slice(from)].map((cell) => cell.trim()).filter((cell) => cell !== '');
}

/** Whether something in a piece of a line can be dialed for itself: no name, and no count of seats. */
export const hasAddress = (piece: string): boolean => rank(piece) > 1 || addressesAmid(piece).length > 0;

/** Splits at commas, semicolons and bars of any script, unless they are quoted or belong to the address. */
export function pieces(text: string): string[] {
  const found: string[] = [];
  let [from, isQuoted] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    const isCell = text[at] === ';' && text[from - 1] === ';' && /^\d+(?:;|$)/.test(text.slice(at + 1));
    if (isQuoted || !(isCell || separates(text[at], text.slice(from, at), text.slice(at + 1)))) continue;
    found.push(text.slice(from, at));
    from = at + 1;
  }
  return [...found, text.slice(from)].filter((piece) => piece.trim() !== '');
}

/** A parameter of an address, as in `;transport=tls`. */
const PARAMETER = /^\s*[a-z-]+=|^(?:lr|ob|gr|gruu|orig|sg|wb)(?:$|;)/i;
/** What may be tones behind a number, as in `,,1234#`. */
const TONES = /^[,;pw\d*#]/i;

function separates(sign: string | undefined, before: string, after: string): boolean {
  if (sign !== undefined && '|\u3001\u060c\u061b'.includes(sign)) return true;
  if ((sign !== ',' && sign !== ';') || after.startsWith(',') || before.endsWith(',')) return false;
  if (sign === ';' && PARAMETER.test(after)) return false;
  if (/^\s|^$/.test(after)) return true;
  const hasName = /[\p{L}@"]/u.test(before.replace(/^\s*[a-z0-9]+:/i, ''));
  return hasName || !TONES.test(after);
}

/** Chooses the address among cells. Several addresses and nothing else are several entries. */
function chosen(
  cells: readonly string[],
  joint: string,
  naming: (names: readonly string[]) => string | undefined,
): readonly Entry[] | undefined {
  const ranked = cells
    .map((cell) => withoutProperty(cell.trim()))
    .map((cell) => ({ cell, rank: rank(cell) }))
    .filter(({ cell }) => cell);
  const best = Math.max(0, ...ranked.map((each) => each.rank));
  const addresses = new Map<string, string>();
  for (const { cell, rank } of ranked) {
    if (rank === best && !addresses.has(clean(cell).toLowerCase()))
      addresses.set(clean(cell).toLowerCase(), cell);
  }
  if (best === 0) return [{ address: ranked.map(({ cell }) => cell).join(joint) }];
  const others = ranked.filter((each) => each.rank < best).map(({ cell }) => cell);
  const isDoubtful = others.some((cell) => cell.includes('@') && addressesAmid(cell).length > 0);
  if ((addresses.size > 1 && others.length > 0) || isDoubtful) return undefined;
  const words = others.filter((cell) => /\p{L}/u.test(cell) && !isFollowUp(cell));
  const name = naming(words.length > 0 ? words : others.filter((cell) => !isFollowUp(cell))) ?? '';
  const at = ranked.findIndex((each) => each.rank === best);
  const isMore = (cell: string) => HOW_TO_CALL.test(cell) || (best === 2 && isFollowUp(cell));
  const hasMore = ranked.slice(at + 1).some(({ cell, rank }) => rank < best && isMore(cell));
  return [...addresses.values()].flatMap((cell) =>
    (entriesIn(cell) ?? []).map((entry) => ({
      ...named(name, entry.address),
      ...entry,
      ...(hasMore && { hasMore }),
    })),
  );
}

/** A cell that says how to call, and not who: a PIN, a role or a protocol. */
const HOW_TO_CALL = /^(?:[*#,]*\d{3,}#*|host|chair|guest|h\.?323|mssip|rtmp)$/i;

/** `Alice <alice@x>`, also several of them. What follows the bracket says how, and not who. */
const BRACKETS = /([^<>]*)<\s*([^<>]+?)\s*>(?:;[\w-]+=[^,;\s<>]*)*/g;

function bracketed(text: string): readonly Entry[] | undefined {
  const found: Entry[] = [];
  for (const [, before = '', inside = ''] of text.matchAll(BRACKETS)) {
    // Some chats write the text that is shown behind the address.
    const [address = ''] = inside.split('|');
    const names = pieces(before);
    while (names.length > 0 && rank(names[0] ?? '') === 3) found.push({ address: names.shift() ?? '' });
    found.push(named(names.join(','), address));
  }
  const tail = pieces(text.replace(BRACKETS, ' ')).filter((piece) => rank(piece) === 3);
  const certain = found.filter(({ address }) => rank(address) > 0);
  const all = [...(certain.length > 0 ? certain : found), ...tail.map((address) => ({ address }))];
  const keys = all.map(({ address }) => addressKeyOf(address));
  return all.filter((_, at) => keys.lastIndexOf(keys[at] ?? '') === at);
}

/**
 * The separator between a name and its address, unless it is a comma. A row of signs is tried from its first
 * one only: trying each of them would take the cube of its length. If a name could end in many places, the
 * text is first searched for such an address at all.
 */
const BESIDE: readonly RegExp[] = [
  // `alice smith@x` may be one address with a space in it.
  /^(?!\p{Ll}+ \S+$)(?<name>[^\p{L}@]*\p{L}[^@]*)\s(?<address>[^\s@]+@[^\s@]+)$/u,
  /^(?<name>[^\p{L}@]*\p{L}[^@]*)\s(?<address>\d{1,3}(?:\.\d{1,3}){3}(?:##\S+)?)$/u,
  /^(?<address>[^\s@]+@[^\s@]+)\s(?<name>\p{L}[^@]*)$/u,
  /^(?<name>[^\p{L}\d+@]*\p{L}[^\d+@]*?)(?<!\s)\s*[([](?<address>\+?\d[\d\s().\-/]*)[)\]]$/u,
  /^(?<name>.+?)(?:(?<!\s)\s+[-\u2010-\u2015=>\u2192]+\s+|:\s+|(?<!\s)\s*\()(?<address>[^\s)]+)\)?$/u,
  /^(?<address>[+(]?\d[\d\s().\-/]*\d)\s*(?:[-\u2010-\u2015]\s+|\()(?<name>\p{L}[^@()]*)\)?$/u,
  /^(?<address>\S+)(?:\s+(?:[-\u2010-\u2015=:#]+|\/\/)\s+|\s*\()(?<name>.+?)\)?$/u,
  /^(?<name>.*\S)\s+(?<address>(?:sips?|h323|mssip|tel|callto|mailto|rtmps?|https?):\S+)$/iu,
  /^(?=\P{L}*\p{L}.*[\s:\p{Pd}]\+\d)(?<name>.*\p{L}.*?)(?<![\s:\p{Pd}])[\s:\p{Pd}]+(?<address>\+\d.*)$/u,
  /^(?=.*[\s:]\d[.,\d]*E\+?\d+$)(?<name>.*\p{L}.*?)(?<![\s:])[\s:]+(?<address>\d[.,\d]*E\+?\d+)$/u,
  /^(?=[^\d+]*[\s:\p{Pd}]\(?\d[\s\d().\-/]*\d$)(?<name>[^\d+]*\p{L}[^\d+(]*?)(?<![\s:\p{Pd}])[\s:\p{Pd}]+(?<address>\(?\d[\s\d().\-/]*\d)$/u,
];

/** Fewer are a part of a number, and more than that in a name are another number. */
const hasSixDigits = (text: string): boolean => /^(?:\D*\d){6}/.test(text);

/**
 * Two numbers with a stroke or a word between them, which is not that for an extension. `22 33 44 55/56` has
 * the last digits of the second one.
 */
const isTwoNumbers = (text: string): boolean =>
  !/[@:\t]/.test(text) &&
  (/^[+(]?\d[\d\s().-]{4,}\/\s?\d{1,2}$/.test(text) ||
    /^\d[\d\s.-]{6,}\/[\d\s.-]{7,}$/.test(text) ||
    (!readPhoneText(text) && text.split(/\s\p{L}+\s/u).filter(hasSixDigits).length > 1));

/** What stands between two addresses that are both meant. */
const BETWEEN_ADDRESSES = /\s?[/&]\s?|\s(?:and|und|et|og|y)\s/i;

/** What stands between two numbers: a stroke, or the plus of the second. */
const BETWEEN_NUMBERS = /\s*[/&]\s*(?=\+)|\s+(?=\+\d)/;

function beside(text: string): readonly Entry[] {
  const [words, numbers] = [text.split(' '), text.split(BETWEEN_NUMBERS)];
  if (numbers.every((number) => /^\+/.test(number) && readPhoneText(number))) return addressesOf(numbers);
  // A name may have a space in it: `sip:alice smith@x`.
  if (SCHEME.test(text)) return addressesOf(words.every((word) => SCHEME.test(word)) ? words : [text]);
  const joined = text.split(BETWEEN_ADDRESSES);
  if (joined.length > 1 && joined.every((each) => AT_HOST.test(each))) return addressesOf(joined);
  for (const shape of BESIDE) {
    const { name = '', address = '' } = shape.exec(text)?.groups ?? {};
    const isNumber = readPhoneText(address) !== undefined && hasSixDigits(address) && !hasSixDigits(name);
    const isAddress = rank(address) === 3 || isNumber || IP_ADDRESS.test(address) || isShortened(address);
    if (isAddress && rank(name) === 0) return [named(name, address)];
  }
  return addressesOf(words.every((word) => rank(word) === 3) ? words : [text]);
}

const addressesOf = (texts: readonly string[]): readonly Entry[] =>
  [...new Set(texts)].map((address) => ({ address }));

/** What people write before a number or an address that isn’t a name. */
const LABEL_WORDS =
  'tel|telefon|t\u00e9l|phone|mobile?|cell|tlf|fax|sip|uri|address|number|destination|e-?mail';
const LABEL = new RegExp(`^(?:${LABEL_WORDS}|call|dial)\\.?$`, 'iu');

const AT_ENDS = /^[\s\-\u2010-\u2015:=>(~/|]+|[\s\-\u2010-\u2015:=>(~/|]+$/gu;

function named(name: string, address: string): Entry {
  const tidy = withoutPictures(clean(name.replaceAll('""', '"'))).replace(AT_ENDS, '');
  const isSame = /[@\d]/.test(tidy) && addressKeyOf(tidy) === addressKeyOf(address);
  return tidy && !LABEL.test(tidy) && !isSame ? { name: tidy, address } : { address };
}
