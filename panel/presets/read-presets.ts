import type { DialRequest } from '../../protocol/dial-fields';
import type { Result } from '../../protocol/result';
import { DEFAULT_SETTINGS } from '../../settings/settings';
import { DETECT_STRINGS } from '../../strings/detect';
import { PRESET_STRINGS } from '../../strings/presets';
import { type ReadEntry, type readEntry, readListed } from '../request/read-entry';
import { readEntries } from '../request/read-table';

const { importFile } = PRESET_STRINGS;

export type ImportedPreset = { name: string; request: DialRequest; group?: string };

/** What a file had in it: what can be used, and what cannot, each with its place and the reason. */
export type ImportPreview = {
  good: readonly ImportedPreset[];
  bad: readonly string[];
  /** What is worth knowing about good ones, with their places. */
  notes: readonly string[];
  /** Numbers of good ones that need a country; absent if none does. */
  numbers?: readonly string[];
  /** Headers of columns that hold nothing of a preset. */
  ignored: readonly string[];
};

const nothing = (why: string): ImportPreview => ({ good: [], bad: [why], notes: [], ignored: [] });

/**
 * Reads presets from the text of a file, JSON or CSV; its first character tells which. `region` is the
 * country of numbers without one.
 */
export const readImport = (text: string, region = ''): Promise<ImportPreview> => {
  // Not the other defaults of the settings: a file means the same on every machine.
  const defaults = { ...DEFAULT_SETTINGS, region };
  return /^\s*[[{]/.test(text) ? readJson(text, defaults) : readCsv(text, defaults);
};

type Defaults = Parameters<typeof readEntry>[2];

async function readJson(text: string, defaults: Defaults): Promise<ImportPreview> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return nothing(importFile.noJson(error instanceof Error ? error.message : String(error)));
  }
  const list: unknown = Array.isArray(parsed) ? parsed : Reflect.get(Object(parsed), 'presets');
  if (!Array.isArray(list)) return nothing(importFile.noList);
  const read: Read[] = [];
  for (const [index, entry] of list.entries()) {
    const found = await readListed(entry, defaults);
    read.push(placed(found, (why) => PRESET_STRINGS.badEntry({ entry: index + 1, why })));
  }
  return { ...sorted(read), ignored: [] };
}

async function readCsv(text: string, defaults: Defaults): Promise<ImportPreview> {
  const table = await readEntries(text, defaults);
  if (!table) return nothing(importFile.noHeader);
  const read = table.entries.map(({ line, read }) =>
    placed(read, (why) => PRESET_STRINGS.badLine({ line, why })),
  );
  return { ...sorted(read), ignored: table.ignored };
}

type Read = { good: ImportedPreset; note?: string } | { bad: string };

function placed(read: Result<ReadEntry>, position: (why: string) => string): Read {
  if (!read.ok) return { bad: position(read.error) };
  const { note, ...good } = read.value;
  return { good, ...(note && { note: position(note) }) };
}

function sorted(read: readonly Read[]): Omit<ImportPreview, 'ignored'> {
  const numbers = read.flatMap((each) =>
    'good' in each && each.note?.includes(DETECT_STRINGS.notes['no-region'])
      ? [each.good.request.destination]
      : [],
  );
  return {
    good: read.flatMap((each) => ('good' in each ? [each.good] : [])),
    bad: read.flatMap((each) => ('bad' in each ? [each.bad] : [])),
    notes: read.flatMap((each) => ('note' in each && each.note ? [each.note] : [])),
    ...(numbers.length > 0 && { numbers }),
  };
}
