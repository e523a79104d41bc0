import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LIMITS } from '../../protocol/limits';
import type { PanelStorage } from '../../settings/storage/area';
import { PRESET_STRINGS } from '../../strings/presets';
import { keyOf } from './key-of';
import { TextField } from './text-field';
import { useIsPrivate } from './use-private';

type Props = {
  id: string;
  label: string;
  /** What the button says that ends it. */
  save: string;
  suggestion: string;
  /** What was typed until now; `undefined` for what is suggested. */
  typed: string | undefined;
  /** Where it is kept. In a private window, the field says that what is saved stays. */
  storage?: PanelStorage;
  /** Why a name cannot be. */
  problem?(name: string): string | undefined;
  onType(text: string): void;
  onName(name: string): void;
  onCancel(): void;
};

/** Asks for the name of something, in the place of the button that began it. */
export function NameField(props: Props) {
  const { id, label, save, suggestion, typed, storage, problem, onType, onName, onCancel } = props;
  const input = useRef<HTMLInputElement>(null);
  const [error, setError] = useState('');
  const isPrivate = useIsPrivate(storage);
  useLayoutEffect(() => {
    // What the panel before has left takes the focus from nothing.
    if (typed === undefined) input.current?.select();
  }, []);
  const end = () => {
    const name = input.current?.value.trim().slice(0, LIMITS.displayText);
    const why = name ? problem?.(name) : PRESET_STRINGS.noName;
    setError(why ?? '');
    if (name && !why) onName(name);
  };
  // It stands inside the form that dials: Enter in here must save, and nothing else.
  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event);
    if (key === 'Escape') onCancel();
    if (key !== 'Enter') return;
    event.preventDefault();
    end();
  };
  return (
    <div class="name-it">
      <TextField
        id={id}
        label={label}
        help={isPrivate && PRESET_STRINGS.staysAfterPrivate}
        error={error}
        inputRef={input}
        attributes={{
          value: typed ?? suggestion,
          onInput: (event) => onType(event.currentTarget.value),
          onKeyDown,
        }}
      />
      <button type="button" onClick={end}>
        {save}
      </button>
      <button type="button" onClick={onCancel}>
        {PRESET_STRINGS.cancel}
      </button>
    </div>
  );
}
