import { useState } from 'preact/hooks';
import { Mismatch } from '../../protocol/shape';
import { type Settings, settingFields } from '../../settings/settings';
import type { SettingsStore } from '../../settings/settings-store';
import { OPTIONS_STRINGS } from '../../strings/options';

type Named<T> = { [Name in keyof Settings]: Settings[Name] extends T ? Name : never }[keyof Settings];
type Props<Name> = { store: SettingsStore; name: Name };

const idOf = (name: string) => `setting-${name}`;

const isFixed = ({ policy }: SettingsStore, name: keyof Settings) =>
  name in policy.value.settings || policy.value.locks.includes('settings');

/** What stands under a setting: what it does, and who decided it. */
function Help({ store, name }: Props<keyof Settings>) {
  return (
    <p class="help" id={`${idOf(name)}-help`}>
      {OPTIONS_STRINGS.settings[name].help} {isFixed(store, name) && OPTIONS_STRINGS.managed}
    </p>
  );
}

// What is shown is what is stored: a choice moves only once it is.

/** A setting that is on or off. */
export function Flag({ store, name }: Props<Named<boolean>>) {
  return (
    <div class="field">
      <label class="choice">
        <input
          type="checkbox"
          checked={store.settings.value[name]}
          disabled={isFixed(store, name)}
          aria-describedby={`${idOf(name)}-help`}
          onChange={({ currentTarget: box }) => {
            const { checked } = box;
            box.checked = store.settings.peek()[name];
            store.change(name, checked);
          }}
        />
        {OPTIONS_STRINGS.settings[name].label}
      </label>
      <Help store={store} name={name} />
    </div>
  );
}

/** A setting that is a number. What is out of range is said and not taken over. */
export function NumberField({ store, name, min, max }: Props<Named<number>> & { min: number; max: number }) {
  const [error, setError] = useState('');
  /** What was refused: it stays in the field, to be mended. */
  const [refused, setRefused] = useState('');
  const id = idOf(name);
  const change = (input: HTMLInputElement) => {
    const value = input.value.trim() === '' ? Number.NaN : Number(input.value);
    const isWrong = settingFields[name](value) instanceof Mismatch;
    setError(isWrong ? OPTIONS_STRINGS.outOfRange({ min, max }) : '');
    setRefused(input.value);
    if (!isWrong) store.change(name, value);
  };
  return (
    <div class="field">
      <label for={id}>{OPTIONS_STRINGS.settings[name].label}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        value={error ? refused : String(store.settings.value[name])}
        disabled={isFixed(store, name)}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-help${error ? ` ${id}-error` : ''}`}
        onChange={(event) => change(event.currentTarget)}
      />
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <Help store={store} name={name} />
    </div>
  );
}

/** A setting that is one of some choices. */
export function Choice({
  store,
  name,
  choices,
}: Props<Named<string>> & { choices: readonly (readonly [string, string])[] }) {
  const id = idOf(name);
  return (
    <div class="field">
      <label for={id}>{OPTIONS_STRINGS.settings[name].label}</label>
      <select
        id={id}
        value={store.settings.value[name]}
        disabled={isFixed(store, name)}
        aria-describedby={`${id}-help`}
        onChange={({ currentTarget: list }) => {
          const { value } = list;
          list.value = store.settings.peek()[name];
          store.change(name, value);
        }}
      >
        {choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Help store={store} name={name} />
    </div>
  );
}
