import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DialRequest } from '../../protocol/dial-fields';
import { LIMITS } from '../../protocol/limits';
import type { PanelParts } from '../parts';
import { PRESET_WORDS } from '../words/presets';

/** Saves what stands in the form, once it is right, under a name. */
export function SavePreset({ parts: { store, presets } }: { parts: PanelParts }) {
  const [request, setRequest] = useState<DialRequest>();
  const begin = async () => {
    await store.form.detection.settled();
    const checked = store.form.check();
    if (checked.ok) setRequest(checked.value);
  };
  if (!request) {
    return (
      <button type="button" class="save" onClick={() => void begin()}>
        <span aria-hidden="true">☆ </span>
        {PRESET_WORDS.save}
      </button>
    );
  }
  return (
    <NameIt
      suggestion={request.remote_display_name ?? request.destination}
      onCancel={() => setRequest(undefined)}
      onName={(name) => {
        presets.add(name, request);
        setRequest(undefined);
      }}
    />
  );
}

type NameItProps = { suggestion: string; onName(name: string): void; onCancel(): void };

function NameIt({ suggestion, onName, onCancel }: NameItProps) {
  const input = useRef<HTMLInputElement>(null);
  const [error, setError] = useState('');
  useLayoutEffect(() => input.current?.select(), []);
  const save = () => {
    const name = input.current?.value.trim().slice(0, LIMITS.displayText);
    if (name) onName(name);
    else setError(PRESET_WORDS.noName);
  };
  // It stands inside the form that dials: Enter in here must save, and nothing else.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    save();
  };
  return (
    <div class="name-it">
      <div class="field">
        <label for="preset-name">{PRESET_WORDS.saveAs}</label>
        <input
          ref={input}
          id="preset-name"
          type="text"
          autocomplete="off"
          defaultValue={suggestion}
          onKeyDown={onKeyDown}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'preset-name-error' : undefined}
        />
        {error && (
          <p class="error" id="preset-name-error">
            {error}
          </p>
        )}
      </div>
      <button type="button" onClick={save}>
        {PRESET_WORDS.savePreset}
      </button>
      <button type="button" onClick={onCancel}>
        {PRESET_WORDS.cancel}
      </button>
    </div>
  );
}
