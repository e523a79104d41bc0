import * as v from 'valibot';
import { LIMITS } from './limits';
import { REQUIRED } from './text';

export const ROLES = ['HOST', 'GUEST'] as const;
export const PROTOCOLS = ['sip', 'h323', 'rtmp', 'mssip', 'auto'] as const;
export const CALL_TYPES = ['video', 'video-only', 'audio'] as const;
export const STREAMING = ['yes', 'no'] as const;
export const KEEP_CONFERENCE_ALIVE = [
  'keep_conference_alive',
  'keep_conference_alive_if_multiple',
  'keep_conference_alive_never',
] as const;

const oneOf = <const T extends readonly string[]>(values: T) =>
  v.picklist(values, (issue) => `must be one of ${values.join(', ')}, but is ${issue.received}`);

const limited = (limit: number) =>
  v.pipe(v.string('must be text'), v.maxLength(limit, `must be at most ${limit} characters long`));

/**
 * The body of a dial-out: the twelve fields of Pexip Infinity's dial request, three of them required.
 * Fields of other names are left out, since Infinity refuses a body that has any.
 * @see https://docs.pexip.com/api_client/api_rest.htm#dial
 */
export const dialFields = v.object(
  {
    role: v.pipe(v.string(REQUIRED), oneOf(ROLES)),
    destination: v.pipe(
      v.string(REQUIRED),
      v.trim(),
      v.minLength(1, 'must not be empty'),
      v.maxLength(LIMITS.destination, `must be at most ${LIMITS.destination} characters long`),
    ),
    protocol: v.pipe(v.string(REQUIRED), oneOf(PROTOCOLS)),
    call_type: v.exactOptional(oneOf(CALL_TYPES)),
    presentation_url: v.exactOptional(limited(LIMITS.url)),
    streaming: v.exactOptional(oneOf(STREAMING)),
    dtmf_sequence: v.exactOptional(limited(LIMITS.dtmf)),
    source: v.exactOptional(limited(LIMITS.destination)),
    source_display_name: v.exactOptional(limited(LIMITS.displayText)),
    remote_display_name: v.exactOptional(limited(LIMITS.displayText)),
    text: v.exactOptional(limited(LIMITS.displayText)),
    keep_conference_alive: v.exactOptional(oneOf(KEEP_CONFERENCE_ALIVE)),
  },
  REQUIRED,
);

export type DialRequest = v.InferOutput<typeof dialFields>;
export type DialField = keyof DialRequest;

/** The fields by name, in the order in which the seed document lists them. */
export const DIAL_FIELDS = Object.keys(dialFields.entries) as DialField[];
