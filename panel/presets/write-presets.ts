import { DIAL_FIELDS } from '../../protocol/dial-fields';
import type { Preset } from '../../settings/presets/preset';
import { asText, formatCsv } from '../files/csv';

/** Presets as a file that `readImport` takes. What a preset has was read before: it goes out as it stands. */
export const presetsAsJson = (presets: readonly Preset[]): string =>
  `${JSON.stringify({ version: 1, presets: presets.map(({ name, request }) => ({ name, as_typed: true, request })) }, undefined, 2)}\n`;

/** Presets as a table, one column for every field. */
export const presetsAsCsv = (presets: readonly Preset[]): string =>
  formatCsv([
    ['name', ...DIAL_FIELDS, 'as_typed'],
    ...presets.map(({ name, request }) =>
      [name, ...DIAL_FIELDS.map((field) => request[field] ?? ''), 'yes'].map(asText),
    ),
  ]);
