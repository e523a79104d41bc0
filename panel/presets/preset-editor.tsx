import { signal as newSignal } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import { LIMITS } from '../../protocol/limits';
import { type Preset, readGroup } from '../../settings/presets/preset';
import { DEFAULT_SETTINGS } from '../../settings/settings';
import { PRESET_STRINGS } from '../../strings/presets';
import { DestinationHint } from '../request/destination-hint';
import { Field } from '../request/field';
import { createForm } from '../request/form';
import { MoreOptions } from '../request/more-options';
import { TextField } from '../ui/text-field';

type Props = {
  preset: Preset;
  /** Country of numbers without one. */
  region: string;
  signal: AbortSignal;
  onSave(preset: Preset): void;
  onCancel(): void;
};

/**
 * A preset in a form of its own: its name and all twelve fields. What it has stays as it is; a destination
 * that is typed over it is read as in the form that dials.
 */
export function PresetEditor({ preset, region, signal, onSave, onCancel }: Props) {
  const form = useMemo(() => {
    const made = createForm(newSignal({ ...DEFAULT_SETTINGS, region }), signal);
    const { protocol } = preset.request;
    // Auto gives way to what a new destination says.
    made.fill({ ...preset.request, protocol: protocol === 'auto' ? '' : protocol });
    return made;
  }, [preset, region, signal]);
  const [name, setName] = useState(preset.name);
  const [group, setGroup] = useState(preset.group ?? '');
  const prefix = `edit-${preset.id}-`;
  const hintId = `${prefix}hint`;
  const save = async (event: Event) => {
    event.preventDefault();
    const checked = await form.check();
    if (checked.ok && name.trim()) {
      const { group: _, ...rest } = preset;
      onSave({
        ...rest,
        name: name.trim().slice(0, LIMITS.displayText),
        request: checked.value,
        ...readGroup(group),
      });
    }
  };
  return (
    <form class="preset-editor" aria-label={preset.name} noValidate onSubmit={(event) => void save(event)}>
      <TextField
        id={`${prefix}name`}
        class="wide"
        label={PRESET_STRINGS.saveAs}
        error={name.trim() ? undefined : PRESET_STRINGS.noName}
        attributes={{
          value: name,
          onInput: (event) => setName(event.currentTarget.value),
        }}
      />
      <TextField
        id={`${prefix}group`}
        class="wide"
        label={PRESET_STRINGS.group}
        help={PRESET_STRINGS.groupHelp}
        attributes={{
          value: group,
          onInput: (event) => setGroup(event.currentTarget.value),
        }}
      />
      <div class="wide">
        <Field form={form} field="destination" idPrefix={prefix} hintId={hintId} />
        {(!form.isExact.value || form.draft.value.destination !== preset.request.destination) && (
          <DestinationHint form={form} id={hintId} />
        )}
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
