import { signal as newSignal } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import { LIMITS } from '../../protocol/limits';
import type { Preset } from '../../settings/presets/preset';
import { DEFAULT_SETTINGS } from '../../settings/settings';
import { PRESET_STRINGS } from '../../strings/presets';
import { Field } from '../request/field';
import { createForm } from '../request/form';
import { MoreOptions } from '../request/more-options';
import { TextField } from '../ui/text-field';

type Props = { preset: Preset; signal: AbortSignal; onSave(preset: Preset): void; onCancel(): void };

/** A preset in a form of its own: its name and all twelve fields. Nothing is detected here: it is exact. */
export function PresetEditor({ preset, signal, onSave, onCancel }: Props) {
  const form = useMemo(() => {
    const made = createForm(newSignal(DEFAULT_SETTINGS), signal);
    made.fill(preset.request);
    return made;
  }, [preset, signal]);
  const [name, setName] = useState(preset.name);
  const prefix = `edit-${preset.id}-`;
  const save = (event: Event) => {
    event.preventDefault();
    form.setExact(true);
    const checked = form.check();
    if (checked.ok && name.trim()) {
      onSave({ ...preset, name: name.trim().slice(0, LIMITS.displayText), request: checked.value });
    }
  };
  return (
    <form class="preset-editor" aria-label={preset.name} noValidate onSubmit={save}>
      <TextField
        id={`${prefix}name`}
        class="wide"
        label={PRESET_STRINGS.saveAs}
        error={name.trim() ? undefined : PRESET_STRINGS.noName}
        attributes={{
          autocomplete: 'off',
          value: name,
          onInput: (event) => setName(event.currentTarget.value),
        }}
      />
      <div class="wide">
        <Field form={form} field="destination" idPrefix={prefix} />
      </div>
      <Field form={form} field="protocol" idPrefix={prefix} />
      <Field form={form} field="role" idPrefix={prefix} />
      <MoreOptions form={form} idPrefix={prefix} />
      <div class="actions">
        <button type="submit">{PRESET_STRINGS.savePreset}</button>
        <button type="button" onClick={onCancel}>
          {PRESET_STRINGS.cancel}
        </button>
      </div>
    </form>
  );
}
