import { DIAL_FIELDS, type DialField, type DialRequest, dialBody } from '../../protocol/dial-fields';
import type { Result } from '../../protocol/result';
import { type Fault, Mismatch } from '../../protocol/shape';
import type { Settings } from '../../settings/settings';
import { describeFault } from '../../strings/describe-fault';
import { STRINGS } from '../../strings/panel';
import type { Detected } from './detect/detected';

/**
 * The fields of the form, as typed; an empty field leaves the choice to the node, or protocol and role to
 * what is detected and to the settings.
 */
export type Draft = Readonly<Record<DialField, string>>;

/** What is wrong with the draft, by field, in words that stand under it. */
export type FieldErrors = Readonly<Partial<Record<DialField, string | undefined>>>;

/** The fields in the order in which the form shows them; the first wrong one of these gets the focus. */
export const FORM_FIELDS: readonly DialField[] = [
  'destination',
  'protocol',
  'role',
  ...DIAL_FIELDS.filter((field) => !['destination', 'protocol', 'role'].includes(field)),
];

/** The nine fields that stand under *More options*. */
export const OPTIONAL_FIELDS: readonly DialField[] = FORM_FIELDS.slice(3);

/** What counts where neither the person nor the destination says otherwise. */
export type DialDefaults = Pick<Settings, 'protocol' | 'role'>;

export const EMPTY_DRAFT = Object.fromEntries(DIAL_FIELDS.map((field) => [field, ''])) as Draft;

/**
 * Whether nothing can be dialed of what was found. A protocol that was chosen says that it can; but nobody
 * means several addresses as one, unless it is `exact`.
 */
export const isRefused = (found: Detected | undefined, protocol: string, exact: boolean): boolean =>
  found?.destination === '' && !exact && (!protocol || found.kind === 'several');

/**
 * Turns what was typed, and what it was found to be, into a request; or says what is wrong with which field.
 */
export function toRequest(
  draft: Draft,
  found: Detected | undefined,
  defaults: DialDefaults,
  exact = false,
): Result<DialRequest, FieldErrors> {
  return isRefused(found, draft.protocol, exact)
    ? { ok: false, error: { destination: found?.refusal } }
    : checkDraft(outgoing(draft, found, defaults, exact));
}

/**
 * Puts what was detected into the draft, wherever the person has not decided otherwise, and the defaults into
 * what is open then. With `exact` the destination goes as it stands.
 */
export function outgoing(
  draft: Draft,
  found: Detected | undefined,
  { protocol, role }: DialDefaults,
  exact = false,
): Draft {
  const named = found && found.protocol !== 'auto' ? found.protocol : protocol;
  const complete = { ...draft, protocol: draft.protocol || named, role: draft.role || role };
  if (!found || exact) return complete;
  return {
    ...complete,
    destination: found.destination || draft.destination.trim(),
    dtmf_sequence: draft.dtmf_sequence || (found.tones ?? ''),
  };
}

const TONES = /[0-9*#A-Da-d,p]/g;

/**
 * Turns the draft into a dial request, or says what is wrong with which field. Spaces around count for
 * nothing.
 */
function checkDraft(draft: Draft): Result<DialRequest, FieldErrors> {
  const filled = DIAL_FIELDS.map((field) => [field, draft[field].trim()]).filter(([, value]) => value);
  const body = dialBody(Object.fromEntries(filled));
  const errors = body instanceof Mismatch ? wordsFor(body, draft) : {};
  // The node accepts these two silently and then does not do what was meant.
  const noTones = draft.dtmf_sequence.trim().replace(TONES, '');
  if (noTones) errors.dtmf_sequence ??= STRINGS.errors.noTones(visible(noTones));
  if (draft.presentation_url.trim() && draft.protocol !== 'rtmp') {
    errors.presentation_url ??= STRINGS.errors.presentationNeedsRtmp;
  }
  return body instanceof Mismatch || Object.keys(errors).length > 0
    ? { ok: false, error: errors }
    : { ok: true, value: body };
}

/** Each character once; a space between two tones is easily overlooked, so it is shown as ␣. */
const visible = (characters: string) => [...new Set(characters.replace(/\s/g, '␣'))].join(' ');

/** What the contract says of any value, in words for the person at the form. */
function wordsFor({ problems }: Mismatch, draft: Draft): Partial<Record<DialField, string>> {
  const errors: Partial<Record<DialField, string>> = {};
  for (const field of DIAL_FIELDS) {
    const problem = problems.find((each) => each.field === field);
    if (problem) errors[field] = wordFor(field, problem.fault, draft[field]);
  }
  return errors;
}

function wordFor(field: DialField, fault: Fault, value: string): string {
  if (field === 'destination' && value.trim() === '') return STRINGS.errors.noDestination;
  if (typeof fault === 'object' && fault.name === 'too-long') return STRINGS.errors.tooLong(fault.max);
  return STRINGS.errors.wrong(describeFault(fault));
}
