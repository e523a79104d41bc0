import {
  CALL_TYPES,
  DIAL_FIELDS,
  type DialField,
  KEEP_CONFERENCE_ALIVE,
  PROTOCOLS,
  ROLES,
  STREAMING,
} from '../../../protocol/dial-fields';
import type { HostMessage, PluginMessage } from '../../../protocol/messages';
import { PREFIX } from '../../../protocol/wire';

/** What a field is typed into. `json` is for what has parts of its own. */
export type FieldKind = 'text' | 'flag' | 'number' | 'json' | readonly string[];
export type MessageFields = Readonly<Record<string, FieldKind>>;

const CHOICES: Partial<Record<DialField, readonly string[]>> = {
  role: ROLES,
  protocol: PROTOCOLS,
  call_type: CALL_TYPES,
  streaming: STREAMING,
  keep_conference_alive: KEEP_CONFERENCE_ALIVE,
};
const dialOut = Object.fromEntries(DIAL_FIELDS.map((field) => [field, CHOICES[field] ?? 'text']));

const PERSON = { participantUuid: 'text', requestId: 'text' } as const;
const MEETING_ROLES = ['host', 'guest'];

/** The form of each message that a top window sends: the fields of its schema in `protocol/from-host.ts`. */
export const HOST_FORMS: Readonly<Record<HostMessage['name'], MessageFields>> = {
  hello: { wants: 'json' },
  'toggle-chat-button-state': { active: 'flag' },
  'toggle-chat-badge': { visible: 'flag', count: 'number' },
  'dial-out': { ...dialOut, requestId: 'text' },
  'hang-up': { requestId: 'text', uuid: 'text' },
  'call-status': { calls: 'json' },
  'send-message': { text: 'text', requestId: 'text' },
  'participants-state': { active: 'flag' },
  mute: { participantUuid: 'text', muted: 'flag', requestId: 'text' },
  'mute-video': { participantUuid: 'text', muted: 'flag', requestId: 'text' },
  admit: PERSON,
  disconnect: PERSON,
  spotlight: { ...PERSON, active: 'flag' },
  'raise-hand': { participantUuid: 'text', raised: 'flag', requestId: 'text' },
  'set-role': { ...PERSON, role: MEETING_ROLES },
  transfer: { ...PERSON, alias: 'text', role: MEETING_ROLES, pin: 'text' },
  dtmf: { ...PERSON, digits: 'text' },
  'mute-all-guests': { muted: 'flag', requestId: 'text' },
  lock: { locked: 'flag', requestId: 'text' },
  'text-overlay': { ...PERSON, text: 'text' },
  'disconnect-all': { requestId: 'text' },
};

/** The form of each message that a plugin sends: `protocol/from-plugin.ts`. */
export const PLUGIN_FORMS: Readonly<Record<PluginMessage['name'], MessageFields>> = {
  ready: { version: 'text', features: 'json', conferenceAlias: 'text' },
  'toggle-chat': { active: 'flag' },
  'button-state': { active: 'flag', badge: 'flag' },
  connected: { conferenceAlias: 'text' },
  disconnected: { userInitiated: 'flag', error: 'text', errorCode: 'text' },
  'dial-out-success': { uuid: 'text', displayName: 'text', requestId: 'text' },
  'dial-out-error': { message: 'text', requestId: 'text' },
  'dial-out-progress': {
    state: ['calling', 'ringing', 'joined', 'left'],
    requestId: 'text',
    uuid: 'text',
    displayName: 'text',
  },
  'hang-up-error': { message: 'text', requestId: 'text', uuid: 'text' },
  message: { id: 'text', at: 'number', text: 'text', displayName: 'text', own: 'flag', requestId: 'text' },
  'message-error': { message: 'text', requestId: 'text' },
  'toggle-participants': { active: 'flag' },
  self: {
    participantUuid: 'text',
    micMuted: 'flag',
    camMuted: 'flag',
    clientMuted: 'flag',
    isHost: 'flag',
    canControl: 'flag',
  },
  roster: { participants: 'json' },
  'roster-change': { joined: 'json', updated: 'json', left: 'json' },
  conference: { locked: 'flag', guestsMuted: 'flag', started: 'flag' },
  'action-error': { request: 'text', message: 'text', participantUuid: 'text', requestId: 'text' },
};

/** The values of a form by field: '' for what is left out. */
export type FormValues = Readonly<Record<string, string>>;

/**
 * The message that a form makes. What cannot be read as what its field is goes out as the text that it is:
 * the result below says so.
 */
export function wireOf(name: string, form: MessageFields, values: FormValues): Record<string, unknown> {
  const wire: Record<string, unknown> = { action: PREFIX + name };
  for (const [field, kind] of Object.entries(form)) {
    const value = values[field] ?? '';
    if (value !== '') wire[field] = kind === 'text' || typeof kind === 'object' ? value : read(value);
  }
  return wire;
}

function read(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
