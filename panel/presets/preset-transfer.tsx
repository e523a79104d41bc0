import type { Signal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { formatList } from '../../locales/format';
import type { PresetsStore } from '../../settings/presets/presets-store';
import type { SettingsStore } from '../../settings/settings-store';
import { LIST_STRINGS } from '../../strings/lists';
import { PRESET_STRINGS } from '../../strings/presets';
import { download } from '../files/download';
import { RegionOffer } from '../request/region-offer';
import { EncodingField } from '../ui/encoding-field';
import { FileField, MAX_IMPORT_BYTES, type PickedFile } from '../ui/file-field';
import { type NewPresets, newPresets } from './new-presets';
import { type ImportPreview, readImport } from './read-presets';
import { presetsAsCsv, presetsAsJson } from './write-presets';

type Props = {
  presets: PresetsStore;
  /** The file that was chosen, while it is shown what would be imported. */
  imported: Signal<PickedFile | undefined>;
  settings: SettingsStore;
  openOptions?: (() => void) | undefined;
};

/** Imports and exports presets. A file is shown before anything of it is taken over. */
export function PresetTransfer({ presets, imported, settings, openOptions }: Props) {
  const [preview, setPreview] = useState<ImportPreview>();
  const file = imported.value;
  const all = presets.presets.value;
  const { region } = settings.settings.value;
  const found = useMemo(() => newPresets(preview?.good ?? [], all), [preview, all]);

  const show = (picked: PickedFile | undefined) => {
    imported.value = picked;
  };
  // A country that is confirmed meanwhile counts for the file on screen.
  useEffect(() => {
    // A reading that ends after a later one has begun is of no use.
    let isLast = true;
    if (file) void read(file, region).then((result) => isLast && setPreview(result));
    else setPreview(undefined);
    return () => {
      isLast = false;
    };
  }, [file, region]);
  const importFile = async () => {
    const picked = imported.peek();
    show(undefined);
    if (!picked) return;
    // With a country or an encoding that was chosen a moment before.
    const { good } = await read(picked, settings.settings.peek().region);
    presets.addAll(newPresets(good, presets.presets.value).fresh);
  };
  return (
    <div class="transfer">
      <FileField
        id="preset-import"
        label={PRESET_STRINGS.importLabel}
        accept=".json,.csv,.txt"
        max={MAX_IMPORT_BYTES}
        onFile={show}
      />
      {preview && (
        <div class="preview">
          <p role="status">{summary(found, preview.bad.length)}</p>
          {preview.ignored.length > 0 && (
            <p class="help">{PRESET_STRINGS.ignored(formatList(preview.ignored))}</p>
          )}
          <EncodingField id="preset-encoding" file={file} onFile={show} />
          <Lines title={PRESET_STRINGS.badLines} lines={preview.bad} />
          <Lines title={PRESET_STRINGS.noteLines} lines={preview.notes} />
          {preview.numbers && (
            <RegionOffer settings={settings} openOptions={openOptions} numbers={preview.numbers} />
          )}
          <div class="actions">
            {found.fresh.length > 0 && (
              <button type="button" onClick={() => void importFile()}>
                {PRESET_STRINGS.importGood(found.fresh.length)}
              </button>
            )}
            <button type="button" onClick={() => show(undefined)}>
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

const read = ({ text }: PickedFile, region: string): Promise<ImportPreview> =>
  text === undefined
    ? Promise.resolve({ good: [], bad: [PRESET_STRINGS.importFile.tooLarge], notes: [], ignored: [] })
    : readImport(text, region);

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <details open={lines.length <= 10}>
      <summary>{title}</summary>
      <ul class="bad-lines" aria-label={title}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

/** "2 to import, 1 that cannot be read" */
const summary = ({ fresh, saved, repeated }: NewPresets, bad: number) =>
  formatList([
    PRESET_STRINGS.toImport.good(fresh.length),
    ...(bad > 0 ? [PRESET_STRINGS.toImport.bad(bad)] : []),
    ...(saved > 0 ? [PRESET_STRINGS.toImport.same(saved)] : []),
    ...(repeated > 0 ? [LIST_STRINGS.repeated(repeated)] : []),
  ]);
