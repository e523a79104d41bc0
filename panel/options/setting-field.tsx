import { useState } from 'preact/hooks';
import { Mismatch } from '../../protocol/shape';
import { isFixed } from '../../settings/fixed-settings';
import { type Settings, settingFields } from '../../settings/settings';
import type { SettingsStore } from '../../settings/settings-store';
import { TABS, type TabName } from '../../settings/tabs';
import { OPTIONS_STRINGS } from '../../strings/options';
import { STRINGS } from '../../strings/panel';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';

type Named<T> = { [Name in keyof Settings]: Settings[Name] extends T ? Name : never }[keyof Settings];
type Props<Name> = { store: SettingsStore; name: Name };

const idOf = (name: string) => `setting-${name}`;

/** What stands under a setting: what it does, and who decided it. */
const helpOf = (store: SettingsStore, name: keyof Settings) => (
  <>
    {OPTIONS_STRINGS.settings[name].help} {isFixed(store, name) && OPTIONS_STRINGS.managed}
  </>
);

// What is shown is what is stored: a choice moves only once it is.

type FlagProps = Props<Named<boolean>> & {
  /** Turns it on or off where that takes more than the setting. Called in the click. */
  onSwitch?: (name: Named<boolean>, isOn: boolean) => void;
};

/** A setting that is on or off. */
export function Flag({ store, name, onSwitch = store.change }: FlagProps) {
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
            onSwitch(name, checked);
          }}
        />
        {OPTIONS_STRINGS.settings[name].label}
      </label>
      <p class="help" id={`${idOf(name)}-help`}>
        {helpOf(store, name)}
      </p>
    </div>
  );
}

/** A setting that is a number. One that is out of range gets an error, and is not saved. */
export function NumberField({ store, name, min, max }: Props<Named<number>> & { min: number; max: number }) {
  const [error, setError] = useState('');
  /** What was refused: it stays in the field, to be corrected. */
  const [refused, setRefused] = useState('');
  const change = (input: HTMLInputElement) => {
    const value = input.value.trim() === '' ? Number.NaN : Number(input.value);
    const isWrong = settingFields[name](value) instanceof Mismatch;
    setError(isWrong ? OPTIONS_STRINGS.outOfRange({ min, max }) : '');
    setRefused(input.value);
    if (!isWrong) store.change(name, value);
  };
  return (
    <TextField
      id={idOf(name)}
      label={OPTIONS_STRINGS.settings[name].label}
      help={helpOf(store, name)}
      error={error}
      attributes={{
        inputMode: 'numeric',
        value: error ? refused : String(store.settings.value[name]),
        disabled: isFixed(store, name),
        onChange: (event) => change(event.currentTarget),
      }}
    />
  );
}

/** A setting that is some of the panel's tabs. The last one that is on stays on. */
export function TabsField({ store, name }: Props<'tabs' | 'dockTabs'>) {
  const chosen: readonly TabName[] = store.settings.value[name];
  const change = (tab: TabName, isOn: boolean) =>
    store.change(
      name,
      TABS.filter((each) => (each === tab ? isOn : chosen.includes(each))),
    );
  return (
    <fieldset class="field" aria-describedby={`${idOf(name)}-help`} disabled={isFixed(store, name)}>
      <legend>{OPTIONS_STRINGS.settings[name].label}</legend>
      {TABS.map((tab) => {
        const isOn = chosen.includes(tab);
        return (
          <label key={tab} class="choice">
            <input
              type="checkbox"
              checked={isOn}
              disabled={isOn && chosen.length === 1}
              onChange={({ currentTarget: box }) => {
                const { checked } = box;
                box.checked = isOn;
                change(tab, checked);
              }}
            />
            {STRINGS.tabs[tab]}
          </label>
        );
      })}
      <p class="help" id={`${idOf(name)}-help`}>
        {helpOf(store, name)}
      </p>
    </fieldset>
  );
}

/** A setting that is one of some choices. */
export function Choice({
  store,
  name,
  choices,
}: Props<Named<string>> & { choices: readonly (readonly [string, string])[] }) {
  return (
    <SelectField
      id={idOf(name)}
      label={OPTIONS_STRINGS.settings[name].label}
      help={helpOf(store, name)}
      value={store.settings.value[name]}
      choices={choices}
      disabled={isFixed(store, name)}
      onChoose={(value, list) => {
        list.value = store.settings.peek()[name];
        store.change(name, value);
      }}
    />
  );
}
