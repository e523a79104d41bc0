import { DIAL_FIELDS } from '../../protocol/dial-fields';
import type { Preset } from '../../settings/presets/preset';
import { asText, formatCsv } from '../files/csv';

/** Presets as a file that `readImport` takes. What a preset has was read before: it goes out as it stands. */
export const presetsAsJson = (presets: readonly Preset[]): string =>
  `${JSON.stringify({ version: 1, presets: presets.map(({ name, group, request }) => ({ name, group, as_typed: true, request })) }, undefined, 2)}\n`;

/** Presets as a table, one column for every field, and one for groups where there are any. */
export function presetsAsCsv(presets: readonly Preset[]): string {
  const hasGroups = presets.some(({ group }) => group);
  return formatCsv([
    ['name', ...(hasGroups ? ['group'] : []), ...DIAL_FIELDS, 'as_typed'],
    ...presets.map(({ name, group = '', request }) =>
      [name, ...(hasGroups ? [group] : []), ...DIAL_FIELDS.map((field) => request[field] ?? ''), 'yes'].map(
        asText,
      ),
    ),
  ]);
}
