import type { DialRequest } from './dial-fields';
import type { Meeting, Unread } from './meeting';
import { MODES, type Mode } from './mode';
import type { PersonAction } from './person-actions';

/** A meeting as the user saw it when they pressed: on which page, and in which load of its frame. */
export type MeetingRef = { page: number; meeting: string; load: number };

/** The target of what is pressed while a meeting is shown. */
export const meetingRefOf = ({ page, id, load }: Pick<Meeting, 'page' | 'id' | 'load'>): MeetingRef => ({
  page,
  meeting: id,
  load,
});

/** What each request carries. `meeting` and `call` are the ids from the state. */
type Requests = {
  'set-chat': MeetingRef & { active: boolean };
  'set-badge': MeetingRef & { visible: boolean };
  /** `overlap`: not to wait for a call that is open, with a plugin that cannot tell two apart. */
  dial: MeetingRef & { call: string; request: DialRequest; overlap?: boolean };
  /** Dials a call that waits in the queue, without waiting any longer. */
  'dial-now': MeetingRef & { call: string };
  /** Ends a call, or takes it out of the queue. */
  'hang-up': MeetingRef & { call: string };
  /** Sends button and badge to a plugin that has sent nothing. */
  'send-anyway': MeetingRef;
  /** Loads the meeting's frame again. */
  reload: MeetingRef;
  /** How the peer behaves on this site, from now on. */
  'set-mode': { page: number; mode: Mode };
  /** Writes in the meeting's own chat. */
  'send-message': MeetingRef & { text: string; requestId: string };
  /** Keeps what has been typed, for a panel that is opened later. */
  draft: MeetingRef & { text: string };
  /** Which calls no panel lists any more, as in `Meeting.cleared`. */
  cleared: MeetingRef & { text: string };
  /**
   * The chat of this meeting is on screen in this panel, and its first `shown` entries have been painted.
   * Without a meeting, no chat is on screen.
   */
  look: { page: number; meeting: string; shown: number };
  /** What is unread in the chat that this panel frames. */
  'other-unread': MeetingRef & { unread: Unread };
  /** Asks for the entries of the meeting's own chat behind the first `after`. */
  messages: MeetingRef & { after: number };
  /** Opens or closes the people of this meeting, as its Participants button does. */
  'set-participants': MeetingRef & { active: boolean };
  /**
   * While chat or people of the meeting are open: what is in front here, as in `Meeting.front`; '' where the
   * meeting's buttons are to close what they have opened in any case.
   */
  front: MeetingRef & { text: string };
  /** Whether this panel is to be sent the people of this meeting, and each change. `shown`: it shows them. */
  'follow-people': MeetingRef & { on: boolean; shown: boolean };
  /** Does something about people. */
  act: MeetingRef & { action: PersonAction & { requestId: string } };
  /** Removes an action from the state: its refusal was read. */
  dismiss: MeetingRef & { requestId: string };
  /** Whether this panel receives the log: every message that the peer receives and sends. */
  inspect: { page: number; on: boolean };
  /** Sends this to the plugin as it stands, right or wrong. */
  'send-raw': MeetingRef & { wire: unknown };
};

export type PanelRequest = {
  [Type in keyof Requests]: { type: Type } & Requests[Type];
}[keyof Requests];

/** Requests that carry nothing of the user to a meeting. */
const IMPERSONAL: readonly string[] = [
  'set-chat',
  'set-badge',
  'hang-up',
  'send-anyway',
  'reload',
  'draft',
  'cleared',
  'other-unread',
  'messages',
] satisfies readonly (keyof Requests)[];

/**
 * Whether a request may be carried out in a meeting as it is now: what carries something of the user, only in
 * the load of its frame in which it was pressed.
 */
export const isMeantFor = (request: { type: string; load: number }, meeting: Meeting): boolean =>
  IMPERSONAL.includes(request.type) || (isThere(request, meeting) && meeting.plugin.name === 'ready');

/** Whether a meeting is on the page, in this load of its frame. */
export const isThere = ({ load }: Pick<MeetingRef, 'load'>, meeting: Meeting): boolean =>
  meeting.present && meeting.load === load;

/** What a field must be: of the type of this example, or what the function says yes to. */
type Kind = string | boolean | number | object | ((value: unknown) => boolean);

const ON_PAGE = { page: 0 } as const;
const IN_MEETING = { ...ON_PAGE, meeting: '', load: 0 } as const;
const ON_OR_OFF = { ...IN_MEETING, active: true } as const;
const WITH_TEXT = { ...IN_MEETING, text: '' } as const;
const OF_CALL = { ...IN_MEETING, call: '' } as const;

/**
 * The fields that each request has to have. What a dial-out and a message may contain is judged before they
 * are sent, and what an action on people may contain, by the plugin.
 */
const FIELDS: { [Type in keyof Requests]: { [Field in keyof Requests[Type]]?: Kind } } = {
  'set-chat': ON_OR_OFF,
  'set-badge': { ...IN_MEETING, visible: true },
  dial: { ...OF_CALL, request: {} },
  'dial-now': OF_CALL,
  'hang-up': OF_CALL,
  'send-anyway': IN_MEETING,
  reload: IN_MEETING,
  'set-mode': { ...ON_PAGE, mode: (value) => MODES.includes(value as Mode) },
  'send-message': { ...WITH_TEXT, requestId: '' },
  draft: WITH_TEXT,
  cleared: WITH_TEXT,
  front: WITH_TEXT,
  look: { ...ON_PAGE, meeting: '', shown: 0 },
  'other-unread': { ...IN_MEETING, unread: (value) => value === 'some' || typeof value === 'number' },
  messages: { ...IN_MEETING, after: 0 },
  'set-participants': ON_OR_OFF,
  'follow-people': { ...IN_MEETING, on: true, shown: true },
  act: { ...IN_MEETING, action: (value) => typeof Object(value).requestId === 'string' },
  dismiss: { ...IN_MEETING, requestId: '' },
  inspect: { ...ON_PAGE, on: true },
  'send-raw': IN_MEETING,
};

/**
 * Reads a request that came over a link; `undefined` if it is none of ours (an older or newer panel, or a
 * field that is missing or of another type). Its sender is a document of this extension, over a channel that
 * no page can reach. `isActionName` is passed in: panels use other functions of this file, and must not load
 * what actions do.
 */
export function parsePanelRequest(
  data: unknown,
  isActionName: (name: unknown) => boolean,
): PanelRequest | undefined {
  const given = Object(data);
  if (!Object.hasOwn(FIELDS, given.type)) return undefined;
  const expected: Record<string, Kind> = FIELDS[given.type as keyof Requests];
  for (const field in expected) {
    const kind = expected[field];
    const value = given[field];
    const fits = typeof kind === 'function' ? kind(value) : value !== null && typeof value === typeof kind;
    if (!fits) return undefined;
  }
  return given.type === 'act' && !isActionName(given.action.name) ? undefined : given;
}
