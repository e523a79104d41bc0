import type { TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';
import { formatList } from '../../locales/format';
import type { Preset } from '../presets/preset';
import type { PresetsStore } from '../presets/presets-store';
import { download } from '../transfer/download';
import {
  type ImportedPreset,
  type ImportPreview,
  MAX_IMPORT_BYTES,
  readImport,
} from '../transfer/read-presets';
import { presetsAsCsv, presetsAsJson } from '../transfer/write-presets';
import { PRESET_WORDS } from '../words/presets';

/** Imports and exports presets. A file is shown before anything of it is taken over. */
export function PresetTransfer({ presets }: { presets: PresetsStore }) {
  const [preview, setPreview] = useState<ImportPreview>();
  const all = presets.presets.value;
  const fresh = preview?.good.filter((entry) => !all.some((preset) => isSame(preset, entry))) ?? [];

  const read = async ({ currentTarget: input }: TargetedEvent<HTMLInputElement>) => {
    const [file] = input.files ?? [];
    if (!file) return;
    const isTooLarge = file.size > MAX_IMPORT_BYTES;
    setPreview(
      isTooLarge ? { good: [], bad: [PRESET_WORDS.importFile.tooLarge] } : readImport(await file.text()),
    );
    // So that the same file, mended, can be chosen again.
    input.value = '';
  };
  const take = () => {
    presets.addAll(fresh);
    setPreview(undefined);
  };
  return (
    <div class="transfer">
      <div class="field">
        <label for="preset-import">{PRESET_WORDS.importLabel}</label>
        <input
          id="preset-import"
          type="file"
          accept=".json,.csv,.txt"
          onChange={(event) => void read(event)}
        />
      </div>
      {preview && (
        <div class="preview">
          <p role="status">{summary(fresh.length, preview.bad.length, preview.good.length - fresh.length)}</p>
          {preview.bad.length > 0 && (
            <details open={preview.bad.length <= 10}>
              <summary>{PRESET_WORDS.badLines}</summary>
              <ul class="bad-lines" aria-label={PRESET_WORDS.badLines}>
                {preview.bad.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </details>
          )}
          <div class="actions">
            {fresh.length > 0 && (
              <button type="button" onClick={take}>
                {PRESET_WORDS.importGood(fresh.length)}
              </button>
            )}
            <button type="button" onClick={() => setPreview(undefined)}>
              {PRESET_WORDS.cancel}
            </button>
          </div>
        </div>
      )}
      {all.length > 0 && (
        <div class="actions">
          <button
            type="button"
            class="small"
            onClick={() => download('presets.json', 'application/json', presetsAsJson(all))}
          >
            {PRESET_WORDS.exportJson}
          </button>
          <button
            type="button"
            class="small"
            onClick={() => download('presets.csv', 'text/csv', presetsAsCsv(all))}
          >
            {PRESET_WORDS.exportCsv}
          </button>
        </div>
      )}
    </div>
  );
}

/** "2 to import, 1 that cannot be read" */
const summary = (good: number, bad: number, same: number) =>
  formatList([
    PRESET_WORDS.toImport.good(good),
    ...(bad > 0 ? [PRESET_WORDS.toImport.bad(bad)] : []),
    ...(same > 0 ? [PRESET_WORDS.toImport.same(same)] : []),
  ]);

const isSame = (preset: Preset, entry: ImportedPreset) =>
  preset.name === entry.name &&
  JSON.stringify(Object.entries(preset.request).sort()) ===
    JSON.stringify(Object.entries(entry.request).sort());
