import { DIAL_FIELDS, type DialField, type DialRequest } from '../../protocol/dial-fields';
import { LIMITS } from '../../protocol/limits';
import type { Result } from '../../protocol/result';
import { readGroup } from '../../settings/presets/preset';
import { describeFault } from '../../strings/describe-fault';
import { STRINGS } from '../../strings/panel';
import { PRESET_STRINGS } from '../../strings/presets';
import { plainText } from './detect/plain-text';
import { type DialDefaults, type Draft, EMPTY_DRAFT, type FieldErrors, toRequest } from './draft';
import { type ReadRequest, readRequest } from './read-request';

const { importFile } = PRESET_STRINGS;

/** A named request from a file, a table or a policy. */
export type ReadEntry = Omit<ReadRequest, 'name'> & { name: string; group?: string };

/**
 * Reads an entry of a file with the same rules, and the same words, as the form has. What it leaves open is
 * as in `defaults`. The error is a sentence.
 */
export async function readEntry(
  name: unknown,
  body: Readonly<Record<string, unknown>>,
  defaults: DialDefaults & { region: string },
): Promise<Result<ReadEntry>> {
  const draft: Record<DialField, string> = { ...EMPTY_DRAFT };
  for (const field of DIAL_FIELDS) {
    const value = body[field];
    if (value === undefined || value === null || value === '') continue;
    if (typeof value !== 'string')
      return { ok: false, error: inWords({ [field]: STRINGS.errors.wrong(describeFault('text')) }) };
    draft[field] = normalized(field, value);
  }
  const read = isYes(body.as_typed) ? exactly(draft, defaults) : await readRequest(draft, defaults);
  if (!read.ok) return { ok: false, error: inWords(read.error) };
  const { note } = read.value;
  const withPin = addPin(read.value.request, body.pin);
  if (!withPin.ok) return withPin;
  const request = withPin.value;
  const given = typeof name === 'string' && name.trim();
  const called = given || request.remote_display_name || read.value.name || request.destination;
  const named = { name: called.slice(0, LIMITS.displayText), ...readGroup(body.group) };
  return { ok: true, value: { request, note, ...named } };
}

/** Reads an entry of a list in JSON: a request with a name in it, or one with the name around it. */
export function readListed(
  entry: unknown,
  defaults: DialDefaults & { region: string },
): Promise<Result<ReadEntry, string>> {
  // A text would be spread into its characters.
  const given: Record<string, unknown> = { ...(typeof entry === 'object' ? entry : undefined) };
  const { name, label, group, as_typed, request, ...flat } = given;
  const body = typeof request === 'object' && request !== null ? { ...request } : flat;
  return readEntry(name ?? label, { as_typed, group, ...body }, defaults);
}

function exactly(draft: Draft, defaults: DialDefaults): Result<ReadRequest, FieldErrors> {
  const read = toRequest(draft, undefined, defaults, true);
  return read.ok ? { ok: true, value: { request: read.value, note: '', name: undefined } } : read;
}

/** A PIN is sent as tones once somebody has answered, after what else is sent. */
function addPin(request: DialRequest, given: unknown): Result<DialRequest> {
  const wrong = (why: string) =>
    ({ ok: false, error: importFile.field({ field: importFile.pin, why }) }) as const;
  if (given !== undefined && given !== null && typeof given !== 'string')
    return wrong(STRINGS.errors.wrong(describeFault('text')));
  const pin = plainText(given ?? '').replace(/[\s-]|#$/g, '');
  if (pin === '') return { ok: true, value: request };
  if (!/^\d+$/.test(pin)) return wrong(importFile.pinDigits);
  const tones = `${request.dtmf_sequence ?? ''},,${pin}#`;
  if (tones.length > LIMITS.dtmf) return wrong(STRINGS.errors.tooLong(LIMITS.dtmf));
  return { ok: true, value: { ...request, dtmf_sequence: tones } };
}

/** An object may have no text. */
const isYes = (value: unknown) =>
  typeof value !== 'object' && /^\s*(?:yes|true|1|x)\s*$/i.test(String(value ?? ''));

/** People write `sip` and `SIP`, `host` and `HOST` alike. */
function normalized(field: DialField, value: string): string {
  if (field === 'role') return value.trim().toUpperCase();
  const isWord = field === 'protocol' || field === 'call_type' || field === 'streaming';
  return isWord ? value.trim().toLowerCase() : value;
}

const inWords = (errors: FieldErrors): string =>
  DIAL_FIELDS.filter((field) => errors[field])
    .map((field) => importFile.field({ field: STRINGS.fields[field], why: errors[field] ?? '' }))
    .join(' ');
