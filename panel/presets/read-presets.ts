import { DIAL_FIELDS, type DialField, type DialRequest } from '../../protocol/dial-fields';
import { LIMITS } from '../../protocol/limits';
import { describeFault } from '../../strings/describe-fault';
import { STRINGS } from '../../strings/panel';
import { PRESET_STRINGS } from '../../strings/presets';
import { delimiterOf, parseCsv } from '../files/csv';
import { checkDraft, EMPTY_DRAFT, type FieldErrors } from '../request/draft';

const { importFile } = PRESET_STRINGS;

export type ImportedPreset = { name: string; request: DialRequest };

/** What a file had in it: what can be used, and what cannot, each with its place and the reason. */
export type ImportPreview = {
  good: readonly ImportedPreset[];
  bad: readonly string[];
};

export const MAX_IMPORT_BYTES = 5_000_000;

/** Reads presets from the text of a file, JSON or CSV; its first character tells which. */
export const readImport = (text: string): ImportPreview =>
  /^\s*[[{]/.test(text) ? readJson(text) : readCsv(text);

function readJson(text: string): ImportPreview {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { good: [], bad: [importFile.noJson(error instanceof Error ? error.message : String(error))] };
  }
  const list: unknown = Array.isArray(parsed) ? parsed : Reflect.get(Object(parsed), 'presets');
  if (!Array.isArray(list)) return { good: [], bad: [importFile.noList] };
  const read = list.map((entry: unknown, index) => {
    const { name, request, ...flat } = { ...Object(entry) } as Record<string, unknown>;
    const body = typeof request === 'object' && request !== null ? { ...request } : flat;
    return withPosition(readEntry(name, body), (why) => PRESET_STRINGS.badEntry({ entry: index + 1, why }));
  });
  return sorted(read);
}

function readCsv(text: string): ImportPreview {
  const [header = ''] = text.split(/\r?\n/, 1);
  const [head, ...records] = parseCsv(text, delimiterOf(header));
  const columns = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  if (!columns.includes('destination')) return { good: [], bad: [importFile.noHeader] };
  const read = records.map(({ line, cells, error }) => {
    const position = (why: string) => PRESET_STRINGS.badLine({ line, why });
    if (error) return { bad: position(importFile.unclosed) };
    const extra = cells.slice(columns.length).some((cell) => cell.trim() !== '');
    if (extra) return { bad: position(importFile.tooMany({ count: cells.length, columns: columns.length })) };
    const entry = Object.fromEntries(columns.map((column, index) => [column, cells[index]?.trim() ?? '']));
    return withPosition(readEntry(entry.name, entry), position);
  });
  return sorted(read);
}

type Read = { good: ImportedPreset } | { bad: string };

const withPosition = (read: Read, position: (why: string) => string): Read =>
  'bad' in read ? { bad: position(read.bad) } : read;

const sorted = (read: readonly Read[]): ImportPreview => ({
  good: read.flatMap((each) => ('good' in each ? [each.good] : [])),
  bad: read.flatMap((each) => ('bad' in each ? [each.bad] : [])),
});

/** Reads one preset with the same rules, and the same words, as the form has. */
function readEntry(name: unknown, body: Record<string, unknown>): Read {
  // Not the defaults of the settings: a file means the same on every machine.
  const draft: Record<DialField, string> = { ...EMPTY_DRAFT, protocol: 'auto', role: 'GUEST' };
  for (const field of DIAL_FIELDS) {
    const value = body[field];
    if (value === undefined || value === null || value === '') continue;
    if (typeof value !== 'string') return { bad: importFile.field({ field, why: describeFault('text') }) };
    draft[field] = normalised(field, value);
  }
  const checked = checkDraft(draft);
  if (!checked.ok) return { bad: inWords(checked.error) };
  const called = typeof name === 'string' && name.trim() ? name.trim() : checked.value.destination;
  return { good: { name: called.slice(0, LIMITS.displayText), request: checked.value } };
}

/** People write `sip` and `SIP`, `host` and `HOST` alike. */
function normalised(field: DialField, value: string): string {
  if (field === 'role') return value.toUpperCase();
  const isWord = field === 'protocol' || field === 'call_type' || field === 'streaming';
  return isWord ? value.toLowerCase() : value;
}

const inWords = (errors: FieldErrors): string =>
  DIAL_FIELDS.filter((field) => errors[field])
    .map((field) => importFile.field({ field: STRINGS.fields[field], why: errors[field] ?? '' }))
    .join(' ');
