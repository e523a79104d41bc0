import { plainText } from './detect/plain-text';

const TONE = String.raw`\d*#a-dA-D,;pPwW\s`;
/** What follows a number and is dialed once it answers: `,,1234#`, `p1234`, with spaces or without. */
const TONES_BEHIND = new RegExp(`(?:[,;]|(?<=\\d)[pPwW])(?=[${TONE}]*\\d)[${TONE}]+(?=[@;?]|$)`, 'g');
/** `room**1234@example.com`; what begins with stars is a code of a phone system. */
const PIN_BEHIND_STARS = /(?<=[^*])\*{2,}[^@]*/;
/** `1001$$1111@x`. */
const PIN_BEHIND_DOLLARS = /\$\$[^@]*/;
/** `10.0.0.5##4711#1234`: what two signs behind an IP address lead to is a meeting, and no secret. */
const PIN_BEHIND_MEETING = /(##[^#@]+)#[^@]*/;
const IP_BEFORE = String.raw`(?:(?:^|[/:@])\d{1,3}(?:\.\d{1,3}){3}|\])(?::\d+)?`;
const PIN_BEHIND_HASHES = new RegExp(`(?<=[^#])(?<!${IP_BEFORE})##[^@]*`);
const PIN_BEFORE_HOST = /(?<=[^#])##[^@]*(?=@)/;
/** `1001#1234@example.com`, `room#12ab`. */
const PIN_BEHIND_HASH = /(?<=[^#])#(?:(?=[^@#]*\d)[^@#+]*|(?<=\d#)[^@#+]+)#*(?=@|$)/;
const OWN_SCHEME = '(?:sips?|h323|mssip|tel|callto|mailto|pexip|im|conf|phone):';
const SCHEME = `(?:${OWN_SCHEME}/*|[a-z][a-z0-9+.-]*:/{2,})`;
const PASSWORD = new RegExp(`^(\\s*/*${SCHEME}*)(?!${SCHEME})([^:@]*):.*@`, 'is');
const SECRET_NAMES = 'pin|pass|pwd|secret|token|auth|key|credential|postd|signature';
const SECRET_PARAMETER = new RegExp(`[;?&#][\\w.-]*(?:${SECRET_NAMES})[\\w.-]*=[^;?&@]*`, 'gi');
/** Zoom takes the passcode behind a dot. */
const ZOOM_PASSCODE = /(?<=(?:^|[:/])\d{9,12})\.[^@]+(?=@(?:[^@]*zoom|[\d.]+$))/i;
const STREAM = /^\s*((?:rtmp\w*|rtsps?|srt):[/\\]*)(.*)$/is;
const SECRET_WORDS =
  'pin(?:code)?|pass(?:code|word|wort|ord|e)|kennwort|contrase\u00f1a|clave|[ck]ode|zugangscode';
/** `PIN: 1234`, `PIN1234`, `the password is hunter2`. */
const SECRET_IN_WORDS = new RegExp(
  `(?<!\\p{L})(?:${SECRET_WORDS})(?:\\d[\\p{L}\\d]*|(?:[^\\p{L}\\d]{1,3}\\p{L}{1,6}){0,3}?[^\\p{L}\\d]{1,3}\\p{L}*\\d[\\p{L}\\d]*)(?:[ -]?\\d+)*`,
  'giu',
);

/**
 * Takes passwords, PINs, tones and stream keys out of an address. Escapes, and the wide forms that keyboards
 * of Asia have, hide nothing: a node reads them.
 */
export function withoutSecrets(address: string): string {
  const kept = redacted(address);
  const plain = plainText(unescaped(kept));
  // Of a stream, another pass would take a folder for the key.
  const plainKept = STREAM.test(address) ? plain : redacted(plain);
  // The history refuses an empty destination, and with it every other entry of that moment.
  return (plainKept === plain ? kept : plainKept).trim() || '\u2026';
}

/** Takes PINs and passwords out of a text for people. */
export const withoutSecretWords = (text: string): string =>
  text.replace(SECRET_IN_WORDS, (found) => `${/^[\p{L} ]+/u.exec(found)?.[0].trim() ?? ''} \u2026`);

function redacted(address: string): string {
  const [, scheme, stream] = STREAM.exec(address) ?? [];
  if (scheme !== undefined && stream !== undefined)
    return scheme.replaceAll('\\', '/') + withoutStreamKey(stream);
  const clean = address
    // First: what is found in a password ends at its first sign.
    .replace(PASSWORD, '$1$2@')
    .replace(SECRET_PARAMETER, '')
    .replace(TONES_BEHIND, '')
    .replace(PIN_BEHIND_STARS, '')
    .replace(PIN_BEHIND_DOLLARS, '')
    .replace(PIN_BEHIND_MEETING, '$1')
    .replace(PIN_BEHIND_HASHES, '')
    .replace(PIN_BEFORE_HOST, '')
    .replace(PIN_BEHIND_HASH, '')
    .replace(ZOOM_PASSCODE, '');
  return withoutSecretWords(clean);
}

/** The last part of a stream's address is a password: it is all that one needs to stream to it. */
function withoutStreamKey(rest: string): string {
  const path = rest.replaceAll('\\', '/');
  const slash = path.indexOf('/');
  const first = slash < 0 ? path : path.slice(0, slash);
  // A password may have a slash in it; a port is a number.
  const isHost = /^(?:\[[^\]]*\]|[^:@]*)(?::\d+)?$/.test(first);
  const hasUser = path.includes('@') && !isHost;
  const from = hasUser ? (first.includes('@') ? first : path).lastIndexOf('@') + 1 : 0;
  const [host = '', ...folders] = (/^[^?#;]*/.exec(path.slice(from))?.[0] ?? '').split('/');
  const kept = folders.filter((part) => part !== '').slice(0, -1);
  return folders.some((part) => part !== '') ? [host, ...kept, ''].join('/') : [host, ...folders].join('/');
}

/** Escapes of escapes hide what they stand for as well. */
const MAX_ROUNDS = 4;

function unescaped(text: string): string {
  let plain = text;
  for (let round = 0; round < MAX_ROUNDS && plain.includes('%'); round += 1)
    plain = plain.replace(/%([2-7][\da-f])/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  return plain;
}
