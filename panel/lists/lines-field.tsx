import type { TargetedEvent } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { LIST_STRINGS } from '../../strings/lists';
import { PRESET_STRINGS } from '../../strings/presets';
import type { PanelContext } from '../state/context';
import { EncodingField } from '../ui/encoding-field';
import { FileField, MAX_IMPORT_BYTES, type PickedFile, readFile } from '../ui/file-field';
import { hidePins } from './hide-pins';
import { PastedNotice } from './pasted-notice';

type Props = { context: PanelContext; error: string; onUndo(): void };

/**
 * The lines of a list: typed, pasted, or of a file that is chosen or dropped. PINs in them are shown only to
 * who edits them.
 */
export function LinesField({ context, error, onUndo }: Props) {
  const { lines, replacedLines } = context;
  const field = useRef<HTMLTextAreaElement>(null);
  const [isEditing, setEditing] = useState(false);
  const [isOver, setOver] = useState(false);
  const [file, setFile] = useState<PickedFile>();
  const text = lines.value;
  // Reading a long table takes a while, and this is drawn for other reasons, too.
  const hidden = useMemo(() => (isEditing ? undefined : hidePins(text)), [isEditing, text]);
  // Of a file whose lines were changed, nothing is said any more.
  const opened = file?.text === undefined || file.text === lines.value ? file : undefined;

  const openFile = (picked: PickedFile) => {
    setFile(picked);
    if (picked.text === undefined) return;
    replacedLines.value ??= lines.value;
    lines.value = picked.text;
    setEditing(false);
  };
  const onInput = (event: TargetedEvent<HTMLTextAreaElement, InputEvent>) => {
    const { currentTarget, inputType } = event;
    lines.value = currentTarget.value;
    replacedLines.value = undefined;
    const isTyped = !/^insertFrom(?:Paste|Drop)/.test(inputType ?? '');
    setEditing(isTyped && document.activeElement === currentTarget);
  };
  const onPaste = (event: ClipboardEvent) => {
    const [pasted] = event.clipboardData?.files ?? [];
    const text = event.clipboardData?.getData('text/plain');
    if (!text && pasted) void readFile(pasted, MAX_IMPORT_BYTES).then(openFile);
    // What is hidden cannot be pasted into, only over.
    else if (text && hidden !== undefined) {
      replacedLines.value ??= lines.value;
      lines.value = text;
    }
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    const [dropped] = event.dataTransfer?.files ?? [];
    if (!dropped) return;
    event.preventDefault();
    void readFile(dropped, MAX_IMPORT_BYTES).then(openFile);
  };
  const showPins = () => {
    setEditing(true);
    field.current?.focus();
  };
  return (
    <fieldset
      aria-label={LIST_STRINGS.destinations}
      class={`wide${isOver ? ' dropping' : ''}`}
      onDragOver={(event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        // Otherwise the browser opens the file in the place of the panel.
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <div class="field">
        <label for="list-lines">{LIST_STRINGS.destinations}</label>
        <textarea
          ref={field}
          id="list-lines"
          dir="ltr"
          rows={6}
          spellcheck={false}
          autocapitalize="none"
          value={hidden ?? lines.value}
          readOnly={hidden !== undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={`list-lines-help${error ? ' list-lines-error' : ''}`}
          onInput={onInput}
          onPaste={onPaste}
          onBlur={() => setEditing(false)}
        />
        {error && (
          <p class="error" id="list-lines-error">
            {error}
          </p>
        )}
        {hidden !== undefined && (
          <p class="help done">
            {LIST_STRINGS.pinsHidden}{' '}
            <button type="button" class="plain" onClick={showPins}>
              {LIST_STRINGS.showPins}
            </button>
          </p>
        )}
        <p class="help" id="list-lines-help">
          {LIST_STRINGS.destinationsHelp}
        </p>
        <PastedNotice
          context={context}
          fileName={opened?.text === undefined ? undefined : opened.name}
          onUndo={onUndo}
        />
      </div>
      <FileField
        id="list-file"
        label={LIST_STRINGS.openFile}
        accept=".csv,.tsv,.txt"
        max={MAX_IMPORT_BYTES}
        {...(opened && opened.text === undefined && { problem: PRESET_STRINGS.importFile.tooLarge })}
        help={LIST_STRINGS.dropHint}
        onFile={openFile}
      />
      <EncodingField id="list-encoding" file={opened} onFile={openFile} />
    </fieldset>
  );
}
