import { DIAL_FIELDS } from '../../protocol/dial-fields';
import type { Preset } from '../../settings/presets/preset';
import { formatCsv } from '../files/csv';

/** Presets as a file that `readImport` takes. */
export const presetsAsJson = (presets: readonly Preset[]): string =>
  `${JSON.stringify({ version: 1, presets: presets.map(({ name, request }) => ({ name, request })) }, undefined, 2)}\n`;

/** Presets as a table, one column for every field. */
export const presetsAsCsv = (presets: readonly Preset[]): string =>
  formatCsv([
    ['name', ...DIAL_FIELDS],
    ...presets.map(({ name, request }) => [name, ...DIAL_FIELDS.map((field) => request[field] ?? '')]),
  ]);
