import { isActionName } from './action-effect';
import { MODES, type Mode } from './mode';
import type { PanelRequest, Requests } from './panel';

/** What a field must be: of the type of this example, or what the function says yes to. */
type Kind = string | boolean | number | object | ((value: unknown) => boolean);

const ON_PAGE = { page: 0 } as const;
const IN_MEETING = { ...ON_PAGE, meeting: '', load: 0 } as const;
const ON_OR_OFF = { ...IN_MEETING, active: true } as const;
const WITH_TEXT = { ...IN_MEETING, text: '' } as const;
const OF_CALL = { ...IN_MEETING, call: '' } as const;

function isAction(value: unknown): boolean {
  const { name, requestId } = Object(value);
  return typeof requestId === 'string' && isActionName(name);
}

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
  front: WITH_TEXT,
  look: { ...ON_PAGE, meeting: '', shown: 0 },
  'other-unread': { ...IN_MEETING, unread: (value) => value === 'some' || typeof value === 'number' },
  messages: { ...IN_MEETING, after: 0 },
  'set-participants': ON_OR_OFF,
  'follow-people': { ...IN_MEETING, on: true },
  act: { ...IN_MEETING, action: isAction },
  dismiss: { ...IN_MEETING, requestId: '' },
  inspect: { ...ON_PAGE, on: true },
  'send-raw': IN_MEETING,
};

/**
 * Reads a request that came over a link; `undefined` if it is none of ours (an older or newer panel, or a
 * field that is missing or of another type). Its sender is a document of this extension, over a channel that
 * no page can reach.
 */
export function parsePanelRequest(data: unknown): PanelRequest | undefined {
  const given = Object(data);
  if (!Object.hasOwn(FIELDS, given.type)) return undefined;
  const expected: Record<string, Kind> = FIELDS[given.type as keyof Requests];
  for (const field in expected) {
    const kind = expected[field];
    const value = given[field];
    const fits = typeof kind === 'function' ? kind(value) : value !== null && typeof value === typeof kind;
    if (!fits) return undefined;
  }
  return given;
}
