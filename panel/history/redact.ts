import type { DialRequest } from '../../protocol/dial-fields';

/** A request without what is secret in it; `removed` if anything was. */
export type Redacted = { request: DialRequest; removed: boolean };

/** What follows a number and is dialled once it answers. */
const TONES_BEHIND = /(?:[,;]|(?<=\d)[pPwW])[\d*#,;pPwW]+(?=@|$)/;
/** `room**1234@example.com` and `10.0.0.5##4711**1234`. */
const PIN_BEHIND_STARS = /(?<=[^*])\*\*\d{2,}(?=@|$)/;
/** `1001$$1111@x` and `10.0.0.5##4711#1234`. */
const PIN_BEHIND_DOLLARS = /(?<=.)\$\$[^@]*/;
const PIN_BEHIND_HASHES = /(##[^#@]+)#[^@]*/;
/** `1001#1234@example.com`; two signs lead to the meeting of a server, which is no secret. */
const PIN_BEHIND_HASH = /(?<=[^#])#\d[\d#*]*(?=@|$)/;
const PASSWORD = /^(sips?:|h323:|mssip:)?(?!(?:sips?|h323|mssip|tel):)([^:@/]+):.*@/i;
const PIN_PARAMETER = /[;?&](?:pin|passcode|password|pwd|token|key)=[^;?&@]*/gi;
/** Zoom takes the passcode behind a dot. */
const ZOOM_PASSCODE = /^(\d{9,12})\.[^@]+(?=@[^@]*zoom)/i;
const PIN_IN_STRINGS = /\b(pin|passcode|password|code)(\W{1,3})\w*\d\w*/gi;

function withoutSecrets(address: string): string {
  if (/^rtmps?:/i.test(address)) return withoutStreamKey(address);
  const clean = address
    .replace(PIN_PARAMETER, '')
    .replace(TONES_BEHIND, '')
    .replace(PIN_BEHIND_STARS, '')
    .replace(PIN_BEHIND_DOLLARS, '')
    .replace(PIN_BEHIND_HASHES, '$1')
    .replace(PIN_BEHIND_HASH, '')
    .replace(PASSWORD, '$1$2@')
    .replace(ZOOM_PASSCODE, '$1');
  // The store refuses an empty destination, and with it every other entry of that moment.
  return clean.trim() || '…';
}

/** Whoever knows the last part of a stream's address may stream to it: it is a password. */
function withoutStreamKey(address: string): string {
  const [, start = '', path = ''] = /^(rtmps?:(?:\/\/)?(?:[^/@]*@)?[^/?]*)([^?]*)/i.exec(address) ?? [];
  const parts = path.split('/').filter((part) => part !== '');
  const kept = parts.length > 0 ? `/${parts.slice(0, -1).join('/')}/`.replace('//', '/') : path;
  return start.replace(/^(rtmps?:(?:\/\/)?)[^/@]*@/i, '$1') + kept || '…';
}

/** Takes PINs, tones and stream keys out of a request, so that it may be written down. */
export function redact(request: DialRequest): Redacted {
  const { dtmf_sequence, ...rest } = request;
  const clean: DialRequest = { ...rest, destination: withoutSecrets(rest.destination) };
  if (rest.presentation_url) clean.presentation_url = withoutSecrets(rest.presentation_url);
  for (const field of ['text', 'remote_display_name', 'source_display_name'] as const) {
    const value = rest[field];
    if (value) clean[field] = value.replace(PIN_IN_STRINGS, '$1$2…');
  }
  const removed = dtmf_sequence !== undefined || JSON.stringify(clean) !== JSON.stringify(rest);
  return { request: clean, removed };
}
