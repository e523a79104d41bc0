import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LIMITS } from '../../protocol/limits';
import { PRESET_STRINGS } from '../../strings/presets';
import { keyOf } from '../ui/key-of';
import { TextField } from '../ui/text-field';

type Props = { suggestion: string; onName(name: string): void; onCancel(): void };

/** Asks for the name of a new preset, in the place of the button that began it. */
export function NamePreset({ suggestion, onName, onCancel }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [error, setError] = useState('');
  useLayoutEffect(() => input.current?.select(), []);
  const save = () => {
    const name = input.current?.value.trim().slice(0, LIMITS.displayText);
    if (name) onName(name);
    else setError(PRESET_STRINGS.noName);
  };
  // It stands inside the form that dials: Enter in here must save, and nothing else.
  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event);
    if (key === 'Escape') onCancel();
    if (key !== 'Enter') return;
    event.preventDefault();
    save();
  };
  return (
    <div class="name-it">
      <TextField
        id="preset-name"
        label={PRESET_STRINGS.saveAs}
        error={error}
        inputRef={input}
        attributes={{ autocomplete: 'off', defaultValue: suggestion, onKeyDown }}
      />
      <button type="button" onClick={save}>
        {PRESET_STRINGS.savePreset}
      </button>
      <button type="button" onClick={onCancel}>
        {PRESET_STRINGS.cancel}
      </button>
    </div>
  );
}
