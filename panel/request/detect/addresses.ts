import { type Detected, detected } from './detected';
import { decoded, decodedUser } from './escapes';
import { isForeign } from './foreign-schemes';
import { closedUp } from './phone';

/** Addresses of Skype for Business meetings: only its own dialect of SIP finds their focus. */
const SKYPE_FOCUS = /;gruu\b|;opaque=app:conf/i;
/** Cisco's and Polycom's way to write *this conference on that H.323 system*. */
const H323_AT_ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])(?::\d+)?##\S+$/i;

/** Takes out the spaces that no address has: around its signs, and between the digits of a number. */
function withoutSpaces(text: string): string {
  const closed = text
    .replace(/\s*([@;]|##)\s*/g, '$1')
    .replace(/(@[^\s:]*)\s*:\s*(?=\d)/, '$1:')
    .replace(/(@[^\s:/]+)[:/]+$/, '$1')
    .replace(/^[/\\]+(?=[^\s/\\]+@)/, '');
  const at = closed.indexOf('@');
  // DNS takes the full stop of East Asia for its own.
  return at < 0
    ? closedUp(closed)
    : closedUp(closed.slice(0, at)) + closed.slice(at).replaceAll('\u3002', '.');
}

/** Reads what follows the scheme. A header, as in `?subject=…`, isn’t part of the address. */
function address(rest: string): string {
  const text = rest.replace(/^\/\//, '').trim();
  // A link may have encoded the sign itself; where there is one, an escaped one belongs to the name.
  const whole = text.includes('@') ? text : text.replace(/%40/i, '@');
  const at = whole.lastIndexOf('@');
  const user = at < 0 ? '' : decodedUser(whole.slice(0, at));
  const [host = ''] = whole.slice(at + 1).split('?');
  return withoutSpaces(at < 0 ? decodedUser(host) : `${user}@${host}`);
}

/** What an e-mail program wrote: escapes there are of the link alone. */
function mailAddress(rest: string): string {
  const [bare = ''] = rest.replace(/^\/\//, '').split('?');
  const plain = decoded(bare).trim();
  return plain.split('@').length > 2 ? bare : plain;
}

/** Only one side of `@`. */
const INCOMPLETE = /^@|@(?:$|[@;:?])/;
const PASSWORD = /^[^:@[]+:[^@]+@/;

const named = (
  kind: Detected['kind'],
  protocol: Detected['protocol'],
  destination: string,
  prefix = '',
): Detected => {
  if (destination === '') return detected(kind, 'auto', '', 'not-a-destination');
  if (INCOMPLETE.test(destination)) return detected(kind, 'auto', '', 'incomplete');
  const notes = [
    ...(/\s/.test(destination) ? (['as-typed'] as const) : []),
    ...(PASSWORD.test(destination) ? (['password'] as const) : []),
  ];
  return detected(kind, protocol, prefix + destination, ...notes);
};

const sip = (rest: string) => {
  const to = address(rest);
  return SKYPE_FOCUS.test(to) ? named('skype', 'mssip', to) : named('sip', 'sip', to);
};

const READERS: Record<string, (rest: string, text: string) => Detected> = {
  sip,
  // The scheme asks for TLS all the way; without it that wish would be lost.
  sips: (rest) => named('sips', 'sip', address(rest), 'sips:'),
  // A host alone is written with the sign there, as in `h323:@10.0.0.5`.
  h323: (rest) => named('h323', 'h323', address(rest).replace(/^@(?=.)/, '')),
  'h.323': (rest) => named('h323', 'h323', address(rest)),
  mssip: (rest) => named('mssip', 'mssip', address(rest)),
  conf: (rest) => named('skype', 'mssip', address(rest.replace(/^sips?:/i, ''))),
  im: (rest) => named('mssip', 'mssip', address(rest.replace(/^sips?:/i, ''))),
  mailto: (rest) => named('address', 'auto', mailAddress(rest)),
  pexip: (rest) => named('pexip', 'auto', address(rest)),
  tel: () => detected('phone', 'auto', '', 'no-number'),
  telprompt: () => detected('phone', 'auto', '', 'no-number'),
  rtmp: (_, text) => named('rtmp', 'rtmp', text),
  rtmps: (_, text) => named('rtmp', 'rtmp', text),
  skype: () => detected('skype', 'auto', '', 'skype-closed'),
  lync15: () => detected('skype', 'auto', '', 'needs-invitation'),
  'ms-sfb': () => detected('skype', 'auto', '', 'needs-invitation'),
  msteams: () => detected('teams', 'auto', '', 'needs-invitation'),
  'ms-teams': () => detected('teams', 'auto', '', 'needs-invitation'),
  zoommtg: () => detected('zoom', 'auto', '', 'needs-invitation'),
  zoomus: () => detected('zoom', 'auto', '', 'needs-invitation'),
  webex: () => detected('webex', 'auto', '', 'needs-invitation'),
  wbx: () => detected('webex', 'auto', '', 'needs-invitation'),
  rtsp: () => detected('stream', 'auto', '', 'no-stream-out'),
  rtsps: () => detected('stream', 'auto', '', 'no-stream-out'),
  srt: () => detected('stream', 'auto', '', 'no-stream-out'),
  ftp: () => detected('web', 'auto', '', 'not-a-destination'),
  file: () => detected('web', 'auto', '', 'not-a-destination'),
  data: () => detected('web', 'auto', '', 'not-a-destination'),
  javascript: () => detected('web', 'auto', '', 'not-a-destination'),
};

/** Reads an address that names its own protocol; `undefined` if it names none. */
export function readScheme(text: string): Detected | undefined {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):(.*)$/i.exec(text) ?? [];
  const name = scheme.toLowerCase();
  if (Object.hasOwn(READERS, name)) return READERS[name]?.(rest.trim(), text);
  return name && isForeign(name, rest.trim())
    ? detected('foreign', 'auto', '', 'not-a-destination')
    : undefined;
}

/** Nobody's alias, but a line of a text: three words and more. */
const isProse = (text: string): boolean => !text.includes('@') && /\S\s+\S+\s+\S/.test(text);

/** Reads an address without a scheme. Most say nothing of the protocol, and then neither do we. */
export function readBare(text: string): Detected {
  if (/^\+\d[^@;]*[\s-]\p{L}/u.test(text)) return detected('phone', 'auto', '', 'no-number');
  const to = withoutSpaces(/^[^@\s]+%40[^@\s]+\.[^@\s]+$/i.test(text) ? text.replace(/%40/i, '@') : text);
  if (isProse(to)) return detected('address', 'auto', '', 'not-a-destination');
  if (SKYPE_FOCUS.test(to)) return detected('skype', 'mssip', to);
  if (H323_AT_ADDRESS.test(to)) return detected('h323', 'h323', to);
  if (/@[^@]+\.onmicrosoft\.com$/i.test(to)) return detected('mssip', 'mssip', to);
  return named('address', 'auto', to);
}
