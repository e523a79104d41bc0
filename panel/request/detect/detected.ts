import type { DialRequest } from '../../../protocol/dial-fields';

/** What a destination turned out to be; the words for each are in `strings/detect.ts`. */
type DestinationKind =
  | 'address'
  | 'sip'
  | 'sips'
  | 'h323'
  | 'rtmp'
  | 'mssip'
  | 'phone'
  | 'pexip'
  | 'zoom'
  | 'webex'
  | 'teams'
  | 'meet'
  | 'skype'
  | 'web'
  | 'stream'
  | 'foreign'
  | 'date'
  | 'several';

/** What is worth saying beside the address that would be dialed. */
type DetectionNote =
  | 'own-domain'
  | 'zoom-passcode'
  | 'link-pin'
  | 'needs-invitation'
  | 'no-room-in-link'
  | 'not-a-destination'
  | 'incomplete'
  | 'password'
  | 'no-stream-out'
  | 'skype-closed'
  | 'as-typed'
  | 'no-number'
  | 'shortened'
  | 'cell-error'
  | 'one-at-a-time'
  | 'no-region'
  | 'unknown-number'
  | 'extension'
  | 'more-cells';

/** What was pasted or typed, and what of it would be sent. */
export type Detected = {
  kind: DestinationKind;
  /** `auto` where the text does not say: then the node's call routing rules choose. */
  protocol: DialRequest['protocol'];
  /** What goes to the node; '' for what cannot be dialed. */
  destination: string;
  /** The name that stood beside the address, as in `Alice <alice@example.com>`. */
  name?: string;
  /** Tones that stood behind a number, as in `+47 22 33 44 55,,1234#`. */
  tones?: string;
  notes: readonly DetectionNote[];
  /** Why it cannot be dialed, in words, and what to do instead. */
  refusal?: string;
};

/** Makes a `Detected`; without a destination it is something that cannot be dialed. */
export const detected = (
  kind: DestinationKind,
  protocol: Detected['protocol'],
  destination: string,
  ...notes: DetectionNote[]
): Detected => ({ kind, protocol, destination, notes });
