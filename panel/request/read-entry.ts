import { DIAL_FIELDS, type DialField } from '../../protocol/dial-fields';
import { LIMITS } from '../../protocol/limits';
import type { Result } from '../../protocol/result';
import { describeFault } from '../../strings/describe-fault';
import { STRINGS } from '../../strings/panel';
import { PRESET_STRINGS } from '../../strings/presets';
import { type DialDefaults, type Draft, EMPTY_DRAFT, type FieldErrors, toRequest } from './draft';
import { type ReadRequest, readRequest } from './read-request';

const { importFile } = PRESET_STRINGS;

/** A named request from a file, a table or a policy. */
export type ReadEntry = Omit<ReadRequest, 'name'> & { name: string };

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
  const read = isYes(body.as_typed) ? exactly(draft, defaults) : await readOpen(draft, defaults);
  if (!read.ok) return { ok: false, error: inWords(read.error) };
  const { request, note } = read.value;
  const given = typeof name === 'string' && name.trim();
  const called = given || request.remote_display_name || read.value.name || request.destination;
  return { ok: true, value: { request, note, name: called.slice(0, LIMITS.displayText) } };
}

/** Reads an entry of a list in JSON: a request with a name in it, or one with the name around it. */
export function readListed(
  entry: unknown,
  defaults: DialDefaults & { region: string },
): Promise<Result<ReadEntry, string>> {
  const { name, label, as_typed, request, ...flat } = { ...Object(entry) } as Record<string, unknown>;
  const body = typeof request === 'object' && request !== null ? { ...request } : flat;
  return readEntry(name ?? label, { as_typed, ...body }, defaults);
}

/** `auto` is no choice against what the destination says, but one against the default of the settings. */
const readOpen = (draft: Draft, defaults: DialDefaults & { region: string }) =>
  draft.protocol === 'auto'
    ? readRequest({ ...draft, protocol: '' }, { ...defaults, protocol: 'auto' })
    : readRequest(draft, defaults);

function exactly(draft: Draft, defaults: DialDefaults): Result<ReadRequest, FieldErrors> {
  const read = toRequest(draft, undefined, defaults, true);
  return read.ok ? { ok: true, value: { request: read.value, note: '', name: undefined } } : read;
}

const isYes = (value: unknown) => value === true || /^\s*(?:yes|true|1|x)\s*$/i.test(String(value ?? ''));

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
