import { useState } from 'preact/hooks';
import { formatList } from '../../locales/format';
import type { PresetsStore } from '../../settings/presets/presets-store';
import { isSame } from '../../settings/storage/same';
import { PRESET_STRINGS } from '../../strings/presets';
import { download } from '../files/download';
import { FileField, type PickedFile } from '../ui/file-field';
import { type ImportPreview, MAX_IMPORT_BYTES, readImport } from './read-presets';
import { presetsAsCsv, presetsAsJson } from './write-presets';

/** Imports and exports presets. A file is shown before anything of it is taken over. */
export function PresetTransfer({ presets }: { presets: PresetsStore }) {
  const [preview, setPreview] = useState<ImportPreview>();
  const all = presets.presets.value;
  const fresh =
    preview?.good.filter((entry) => !all.some(({ name, request }) => isSame({ name, request }, entry))) ?? [];

  const read = (file: PickedFile) =>
    setPreview(
      file.text === undefined
        ? { good: [], bad: [PRESET_STRINGS.importFile.tooLarge] }
        : readImport(file.text),
    );
  const take = () => {
    presets.addAll(fresh);
    setPreview(undefined);
  };
  return (
    <div class="transfer">
      <FileField
        id="preset-import"
        label={PRESET_STRINGS.importLabel}
        accept=".json,.csv,.txt"
        max={MAX_IMPORT_BYTES}
        onFile={read}
      />
      {preview && (
        <div class="preview">
          <p role="status">{summary(fresh.length, preview.bad.length, preview.good.length - fresh.length)}</p>
          {preview.bad.length > 0 && (
            <details open={preview.bad.length <= 10}>
              <summary>{PRESET_STRINGS.badLines}</summary>
              <ul class="bad-lines" aria-label={PRESET_STRINGS.badLines}>
                {preview.bad.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </details>
          )}
          <div class="actions">
            {fresh.length > 0 && (
              <button type="button" onClick={take}>
                {PRESET_STRINGS.importGood(fresh.length)}
              </button>
            )}
            <button type="button" onClick={() => setPreview(undefined)}>
              {PRESET_STRINGS.cancel}
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
            {PRESET_STRINGS.exportJson}
          </button>
          <button
            type="button"
            class="small"
            onClick={() => download('presets.csv', 'text/csv', presetsAsCsv(all))}
          >
            {PRESET_STRINGS.exportCsv}
          </button>
        </div>
      )}
    </div>
  );
}

/** "2 to import, 1 that cannot be read" */
const summary = (good: number, bad: number, same: number) =>
  formatList([
    PRESET_STRINGS.toImport.good(good),
    ...(bad > 0 ? [PRESET_STRINGS.toImport.bad(bad)] : []),
    ...(same > 0 ? [PRESET_STRINGS.toImport.same(same)] : []),
  ]);
