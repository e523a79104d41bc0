import { decoded } from './clean';
import { type Detected, detected } from './detected';

/** Addresses of Skype for Business meetings: only its own dialect of SIP finds their focus. */
const SKYPE_FOCUS = /;gruu\b|;opaque=app:conf/i;
/** Cisco's and Polycom's way to write *this conference on that H.323 system*. */
const H323_AT_ADDRESS = /^\d{1,3}(\.\d{1,3}){3}##\S+$/;

/** A header, as in `?subject=…`, is no part of the address. */
const address = (rest: string): string => {
  const [bare = ''] = rest.replace(/^\/\//, '').split('?');
  return decoded(bare).trim();
};

const READERS: Record<string, (rest: string, text: string) => Detected> = {
  sip: (rest) => {
    const to = address(rest);
    return SKYPE_FOCUS.test(to) ? detected('skype', 'mssip', to) : detected('sip', 'sip', to);
  },
  // The scheme asks for TLS all the way; without it that wish would be lost.
  sips: (rest) => detected('sips', 'sip', `sips:${address(rest)}`),
  h323: (rest) => detected('h323', 'h323', address(rest)),
  mssip: (rest) => detected('mssip', 'mssip', address(rest)),
  conf: (rest) => detected('skype', 'mssip', address(rest.replace(/^sips?:/i, ''))),
  im: (rest) => detected('mssip', 'mssip', address(rest.replace(/^sips?:/i, ''))),
  mailto: (rest) => detected('address', 'auto', address(rest)),
  pexip: (rest) => detected('pexip', 'auto', address(rest)),
  rtmp: (_, text) => detected('rtmp', 'rtmp', text),
  rtmps: (_, text) => detected('rtmp', 'rtmp', text),
  skype: () => detected('skype', 'auto', '', 'skype-closed'),
  lync15: () => detected('skype', 'auto', '', 'needs-invitation'),
  'ms-sfb': () => detected('skype', 'auto', '', 'needs-invitation'),
  msteams: () => detected('teams', 'auto', '', 'needs-invitation'),
  rtsp: () => detected('stream', 'auto', '', 'no-stream-out'),
  rtsps: () => detected('stream', 'auto', '', 'no-stream-out'),
  srt: () => detected('stream', 'auto', '', 'no-stream-out'),
  ftp: () => detected('web', 'auto', '', 'not-a-destination'),
  file: () => detected('web', 'auto', '', 'not-a-destination'),
  data: () => detected('web', 'auto', '', 'not-a-destination'),
  javascript: () => detected('web', 'auto', '', 'not-a-destination'),
};

/** Reads an address that names its own protocol; `undefined` if it names none that is known. */
export function readScheme(text: string): Detected | undefined {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9-]*):(.*)$/i.exec(text) ?? [];
  const name = scheme.toLowerCase();
  return Object.hasOwn(READERS, name) ? READERS[name]?.(rest.trim(), text) : undefined;
}

/** Reads an address without a scheme. Most say nothing of the protocol, and then neither do we. */
export function readBare(text: string): Detected {
  if (SKYPE_FOCUS.test(text)) return detected('skype', 'mssip', text);
  if (H323_AT_ADDRESS.test(text)) return detected('h323', 'h323', text);
  if (/@[^@]+\.onmicrosoft\.com$/i.test(text)) return detected('mssip', 'mssip', text);
  return /\s/.test(text) ? detected('address', 'auto', text, 'as-typed') : detected('address', 'auto', text);
}
