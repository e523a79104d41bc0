import { isCredential } from './credentials';
import { PHONE_LIKE } from './phone';

const QUOTES = '"\'`\u00b4\u2018-\u201f\u00ab\u00bb\u2039\u203a\u2032\u2035\u3008-\u3011\u3014-\u301b';
/** Around a text, or at one end of it, where the other was not copied. */
const OUTER_QUOTES = new RegExp(`^[${QUOTES}]+\\s*|\\s*[${QUOTES}]+$`, 'gu');

/** `(alice@x)`, `[alice@x]`, but not the address `[2001:db8::5]`. */
const BRACKETED = /^(?:\(+([^()]*)\)+|\[((?![\da-f:.]*\])[^[\]]*)\]|\{([^{}]*)\})$/iu;
/** `**alice@x**`, `_sip:alice@x_`; a number in stars may be a code. */
const EMPHASIS = /^(\*\*|\*|__|_|~~)(\S*[@:]\S*)\1$/u;

/** Pictures, with their colors and flags, arrows and dots. */
const DOTS = String.raw`\u00b7\u2022\u2023\u2043\u2192\u2219\u25a0-\u25ff\u30fb`;
const PICTURES = String.raw`\p{Extended_Pictographic}\p{So}\p{RI}\p{Emoji_Modifier}${DOTS}`;
const SIGN = String.raw`[${PICTURES}>]\s*`;
/** At either end of a name or an address. */
const OUTER_PICTURES = new RegExp(String.raw`^[${PICTURES}\s]+|[${PICTURES}\s]+$`, 'gu');

/** A text without the pictures at either end of it. */
export const withoutPictures = (text: string): string => text.replace(OUTER_PICTURES, '');
/** Signs of a list: `- alice@x`, `• alice@x`, `> alice@x`. A star or plus before a digit is dialed. */
const BULLET = new RegExp(
  String.raw`^(?:${SIGN}|[\u2010-\u2015\u2212]\s*|-(?:\s+|(?=\+))|[*+]\s+(?=\D)|\[[ x\u2713]?\]\s+)+`,
  'iu',
);
const ORDINAL = String.raw`\(?(?:\d{1,4}|[a-z])[.)]\s+(?=\+|.*(?:@|\p{L}))`;
/** `1. alice@x`, `(2) alice@x`, `3) +47 …`, but not the start of the number `22. 33 44 55`. */
const NUMBERING = new RegExp(String.raw`^(?:${ORDINAL}|\d{1,3}[.)]\s+(?=[*#\d]+$|(?:\D*\d){7}))`, 'iu');

/** Takes bullets and numbering off the start of a line. */
export const withoutBullet = (line: string): string => line.replace(BULLET, '').replace(NUMBERING, '').trim();

/** `Tel.: +47 …`, `Mobile: (202) …`, but not the scheme of an address. */
const LABEL = /^(?!(?:sips?|h323|mssip|tel|callto|phone):)\p{L}[\p{L} .-]{0,24}:\s+/iu;

/** Nobody copies more around an address. Each round reads the whole text, so a file must not ask for many. */
const MAX_ROUNDS = 16;

/** Takes off what people copy along with an address: quotes, brackets, bullets, the end of a sentence. */
export function clean(text: string): string {
  let now = text.trim();
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const before = now;
    now = withoutBullet(now);
    now = withoutPictures(now).replace(OUTER_QUOTES, '');
    now = EMPHASIS.exec(now)?.[2] ?? now;
    const [, round, square, curly] = BRACKETED.exec(now) ?? [];
    now = round ?? square ?? curly ?? now;
    now = withoutStrayBracket(withoutSentenceEnd(now)).trim();
    const unlabelled = now.replace(LABEL, '');
    if (PHONE_LIKE.test(unlabelled) && !isCredential(now)) now = unlabelled;
    if (now === before) break;
  }
  return now;
}

/** `<sip:alice@x`, `alice@x>`, `(alice@x`: one bracket was copied, and the other was not. */
const STRAY_BRACKET = /^<(?=[^<>]*$)|>(?<=^[^<>]*>)$|^[([{](?=[^()[\]{}]*@[^()[\]{}]*$)/u;
const withoutStrayBracket = (text: string): string => text.replace(STRAY_BRACKET, '');

/** The signs of several scripts, and a dash before something that was not copied. */
const SENTENCE_END = /(?:[.!?\u060c\u061b\u061f\u06d4\u0964\u3001\u3002]|\s[-\u2010-\u2015])+$/u;

/** Takes off what ends a sentence. An alias may end in a full stop, an address does not. */
function withoutSentenceEnd(text: string): string {
  const bare = text.replace(/^(?:[\s,]|;(?!\w+=))+|[\s,;]+$/gu, '');
  // A stream key may end in anything.
  if (!/[@/:]|^[+(]?\d/u.test(bare) || /^rtmps?:/iu.test(bare)) return bare;
  const ended = bare.replace(SENTENCE_END, '');
  return ended.includes('(') ? ended : ended.replace(/[)\]}]+$/u, (end) => (/\[/u.test(ended) ? end : ''));
}
