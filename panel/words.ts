import type { DialField, DialRequest } from '../protocol/dial-fields';
import type { Status } from './status';

type ChoiceField = 'role' | 'protocol' | 'call_type' | 'streaming' | 'keep_conference_alive';
type Choices = { [Field in ChoiceField]: Record<NonNullable<DialRequest[Field]>, string> };

const status: Record<Status, string> = {
  'no-meeting': 'No meeting on this page',
  waiting: 'Waiting for the plugin',
  ready: 'Plugin ready',
  'in-meeting': 'In the meeting',
};

/** What stands under a status that needs an explanation. */
const explanation: Partial<Record<Status, string>> = {
  'no-meeting': 'Open a page that embeds Web App 3, or the meeting itself, and press the icon again.',
  waiting: 'It speaks when the meeting loads: reload the meeting if this stays.',
};

const fields: Record<DialField, { label: string; help?: string }> = {
  destination: { label: 'Destination' },
  protocol: { label: 'Protocol' },
  role: { label: 'Role' },
  call_type: { label: 'Call type', help: 'Limits the media of the call.' },
  presentation_url: {
    label: 'Presentation URL',
    help: 'RTMP only: sends the presentation to an address of its own.',
  },
  streaming: { label: 'Streaming', help: 'Marks the participant as a streaming or recording device.' },
  dtmf_sequence: {
    label: 'DTMF sequence',
    help: 'Sent once the call connects: 0–9 * # A–D, and a comma or p for a pause.',
  },
  source: { label: 'Source', help: 'Address to call from. It must be valid for the conference.' },
  source_display_name: { label: 'Source display name', help: 'Name that the called party sees.' },
  remote_display_name: {
    label: 'Display name',
    help: 'Name of the called party in the participant list.',
  },
  text: { label: 'Overlay text', help: 'Shown over the video in place of the display name.' },
  keep_conference_alive: {
    label: 'Keep conference alive',
    help: 'Whether the conference goes on when the others have left.',
  },
};

/** In the order in which the choices are offered. */
const choices: Choices = {
  protocol: { auto: 'Auto', sip: 'SIP', h323: 'H.323', rtmp: 'RTMP', mssip: 'Teams/Skype (mssip)' },
  role: { GUEST: 'Guest', HOST: 'Host' },
  call_type: { video: 'Video and presentation', 'video-only': 'Video only', audio: 'Audio only' },
  streaming: { yes: 'Yes', no: 'No' },
  keep_conference_alive: {
    keep_conference_alive: 'Yes',
    keep_conference_alive_if_multiple: 'If multiple',
    keep_conference_alive_never: 'No',
  },
};

/** "One of 3 calls: 1 joined, 1 failed (busy), 1 still open" */
function oneOf({ of, joined, failed }: { of: number; joined: number; failed: readonly string[] }): string {
  const open = of - joined - failed.length;
  const reasons = [...new Set(failed)].join(', ');
  const parts = [
    joined > 0 && `${joined} joined`,
    failed.length > 0 && `${failed.length} failed${reasons && ` (${reasons})`}`,
    open > 0 && `${open} still open`,
  ];
  return `One of ${of} calls: ${parts.filter(Boolean).join(', ')}`;
}

/** Everything that the panel says, in one place, so that it can be translated. */
export const WORDS = {
  title: 'External Chat',
  status,
  explanation,
  meeting: 'Meeting',
  unnamedMeeting: (position: number) => `Meeting ${position}`,
  namesake: (name: string, position: number) => `${name} (${position})`,

  views: 'Views',
  tabs: { dial: 'Dial out', chat: 'Chat', lists: 'Lists', history: 'History' },
  setAside: 'Something that was stored could not be read. It was kept, and left out of use.',
  openOptions: 'Options',
  pastedAsList: 'Several lines were pasted: they are in Lists now.',
  notLoaded: 'This part could not be loaded. Close the panel and open it again.',

  dialOut: 'Dial out',
  fields,
  choices,
  nodeDefault: 'Default',
  defaultWhileStreaming: 'Default: No, for streaming',
  moreOptions: 'More options',
  optionsSet: (count: number) => `${count} set`,
  dial: 'Dial',
  save: 'Save',
  body: 'Request body',

  errors: {
    noDestination: 'Type where to call: an address, a number or a link.',
    tooLong: (limit: number) => `Too long: at most ${limit} characters.`,
    noTones: (characters: string) => `Take out what is not a tone: ${characters}`,
    presentationNeedsRtmp: 'Only with RTMP: choose it under Protocol, or empty this field.',
    other: (message: string) => `The field ${message}.`,
  },
  notReady: {
    'no-meeting': 'There is no meeting on this page to dial into. Open one and press the icon again.',
    waiting: 'The plugin has not spoken yet, so nothing was dialled. Wait, or reload the meeting.',
  },

  calls: 'Calls',
  noCalls: 'No calls yet.',
  noCallsHint: 'Type a destination such as alice@example.com above and press Dial.',
  overlap: 'Dial several at once',
  overlapHelp: 'This plugin does not say which call an answer belongs to, so calls take turns.',
  queued: 'Waiting for its turn',
  cancelled: 'Cancelled',
  calling: 'Calling…',
  ringing: 'Ringing',
  noAnswer: 'No answer yet',
  joined: 'Joined',
  left: 'Left',
  unanswered: 'Ended unanswered',
  hangingUp: 'Hanging up…',
  hungUp: 'Hung up',
  failed: (reason: string) => `Failed: ${reason}`,
  noReason: 'no reason was given',
  unknown: {
    reloaded: 'Unknown: the meeting was reloaded',
    left: 'Unknown: the meeting was left',
  },
  oneOf,
  hints: {
    busy: 'Dial again when the line is free.',
    notAllowed: 'Only a host may dial: join the meeting as one.',
    field: 'Correct that field and dial again.',
    unanswered: 'Nobody answered, or the call was declined. Dial again later.',
    address: 'Check address and protocol. Infinity also needs a rule that routes this call.',
    noAnswerYet: 'It may still be answered.',
    unknown: 'The participant list of the meeting shows whether the call is still there.',
    oneOf: 'The plugin does not say which. The participant list of the meeting does.',
  },
  notHungUp: (reason: string) => `Not hung up: ${reason}`,
  hangUp: 'Hang up',
  cancel: 'Cancel',
  dialNext: 'Dial the next now',
  dialAgain: 'Dial again',
  aboutCall: (action: string, destination: string) => `${action} ${destination}`,
  spokenCall: (destination: string, state: string) => `${destination}: ${state}`,

  switches: 'Chat button',
  chat: 'Chat',
  badge: 'Unread badge',
  switchesNeedMeeting: 'There is no meeting for these to act on.',
};
