import { LIMITS } from './limits';
import { exactOptional, fields, type Of, oneOf, text, trimmedText } from './shape';

export const ROLES = ['HOST', 'GUEST'] as const;
export const PROTOCOLS = ['sip', 'h323', 'rtmp', 'mssip', 'auto'] as const;
export const CALL_TYPES = ['video', 'video-only', 'audio'] as const;
export const STREAMING = ['yes', 'no'] as const;
export const KEEP_CONFERENCE_ALIVE = [
  'keep_conference_alive',
  'keep_conference_alive_if_multiple',
  'keep_conference_alive_never',
] as const;

/**
 * The body of a dial-out: the twelve fields of Pexip Infinity's dial request, three of them required.
 * Fields of other names are left out, since Infinity refuses a body that has any.
 * @see https://docs.pexip.com/api_client/api_rest.htm#dial
 */
export const dialFields = {
  role: oneOf(ROLES),
  destination: trimmedText(LIMITS.destination),
  protocol: oneOf(PROTOCOLS),
  call_type: exactOptional(oneOf(CALL_TYPES)),
  presentation_url: exactOptional(text(LIMITS.url)),
  streaming: exactOptional(oneOf(STREAMING)),
  dtmf_sequence: exactOptional(text(LIMITS.dtmf)),
  source: exactOptional(text(LIMITS.destination)),
  source_display_name: exactOptional(text(LIMITS.displayText)),
  remote_display_name: exactOptional(text(LIMITS.displayText)),
  text: exactOptional(text(LIMITS.displayText)),
  keep_conference_alive: exactOptional(oneOf(KEEP_CONFERENCE_ALIVE)),
} as const;

/** The shape of a body whose blank fields are left out; `dial-request.ts` reads one that may have some. */
export const dialBody = /* @__PURE__ */ fields(dialFields);

export type DialRequest = Of<typeof dialBody>;
export type DialField = keyof DialRequest;

/** The fields by name, in the order in which the seed document lists them. */
export const DIAL_FIELDS = Object.keys(dialFields) as DialField[];
