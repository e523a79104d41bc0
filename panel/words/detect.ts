import type { DestinationKind, Detected, DetectionNote } from '../detect/detected';

const kinds: Record<DestinationKind, string> = {
  address: 'Auto',
  sip: 'SIP',
  sips: 'SIP over TLS',
  h323: 'H.323',
  rtmp: 'RTMP',
  mssip: 'Teams/Skype',
  phone: 'Phone number',
  pexip: 'Pexip meeting',
  zoom: 'Zoom meeting',
  webex: 'Webex room',
  teams: 'Microsoft Teams link',
  meet: 'Google Meet link',
  skype: 'Skype for Business meeting',
  web: 'Web link',
  stream: 'Media stream',
};

const notes: Record<DetectionNote, string> = {
  'own-domain': 'If that deployment’s addresses use another domain, correct it.',
  'zoom-passcode': 'With a passcode: write it after a dot, as in 123456789.4711@zoomcrc.com.',
  'link-pin': 'Its PIN is not sent: put it into DTMF sequence, as in ,,1234#.',
  'needs-invitation':
    'Look in the invitation for the address for video conferencing systems, such as 123456789@example.com.',
  'no-room-in-link': 'It names no room. Look in the invitation for an address with an @ in it.',
  'not-a-destination': 'Type an address, a number or the link of a meeting.',
  'no-stream-out': 'Of streams, RTMP and RTMPS can be dialled.',
  'skype-closed': 'Type the address of an account at an organisation, with mssip: before it.',
  'as-typed': 'An address has no spaces.',
  'no-region': 'No default country is set: dialled without one.',
  'unknown-number': 'No country has such a number: dialled as it stands.',
  extension: 'The extension is not dialled: put it into DTMF sequence.',
};

const noteText = (found: Detected) => found.notes.map((note) => notes[note]).join(' ');

/** What is said about a destination before it is dialled. */
export const DETECT_WORDS = {
  kinds,
  willDial: (label: string, destination: string) => `${label} · will dial ${destination}`,
  asTyped: (label: string, destination: string) => `${label} · will dial ${destination} as it stands`,
  thenTones: (tones: string) => `then the tones ${tones}`,
  cannot: (label: string) => `${label} · cannot be dialled.`,
  cannotBeDialled: (found: Detected) => `${kinds[found.kind]}: this cannot be dialled. ${noteText(found)}`,
  notes: noteText,
  addressSays: (protocol: string) => `The address says ${protocol}.`,
  use: (protocol: string) => `Use ${protocol}`,
  useAsTyped: 'Send as typed',
  detectAgain: 'Detect again',
};
