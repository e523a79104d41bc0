import { DIAL_FIELDS } from '../../protocol/dial-fields';
import type { ImportedPreset } from './read-presets';

/** What of a file is not there yet, and how much of it is: saved already, or earlier in the file. */
export type NewPresets = { fresh: readonly ImportedPreset[]; saved: number; repeated: number };

/** Tells what of a file is new, so that nothing is doubled. */
export function newPresets(
  entries: readonly ImportedPreset[],
  presets: readonly ImportedPreset[],
): NewPresets {
  const saved = new Set(presets.map(keyOf));
  const unsaved = entries.filter((entry) => !saved.has(keyOf(entry)));
  const fresh = [...new Map(unsaved.map((entry) => [keyOf(entry), entry])).values()];
  return { fresh, saved: entries.length - unsaved.length, repeated: unsaved.length - fresh.length };
}

const keyOf = ({ name, group = '', request }: ImportedPreset): string =>
  JSON.stringify([name, group, ...DIAL_FIELDS.map((field) => request[field] ?? '')]);
