import { effect, signal as newSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { LIMITS } from '../../protocol/limits';
import { type Preset, readGroup } from '../../settings/presets/preset';
import { DEFAULT_SETTINGS } from '../../settings/settings';
import { PRESET_STRINGS } from '../../strings/presets';
import { DestinationHint } from '../request/destination-hint';
import { Field } from '../request/field';
import { createForm } from '../request/form';
import { MoreOptions } from '../request/more-options';
import { TextField } from '../ui/text-field';
import type { EditedPreset } from './edited-preset';

type Props = {
  preset: Preset;
  /** What the editor has in it. */
  edited: EditedPreset;
  /** Country of numbers without one. */
  region: string;
  signal: AbortSignal;
  onEdit(part: Partial<EditedPreset>): void;
  onSave(preset: Preset): void;
  onCancel(): void;
};

/**
 * A preset in a form of its own: its name and all twelve fields. What it has stays as it is; a destination
 * that is typed over it is read as in the form that dials.
 */
export function PresetEditor({ preset, edited, region, signal, onEdit, onSave, onCancel }: Props) {
  const { name, group } = edited;
  const form = useMemo(() => {
    const made = createForm(newSignal({ ...DEFAULT_SETTINGS, region }), signal);
    made.fill(edited.draft);
    made.setExact(edited.isExact);
    return made;
  }, [region, signal]);
  useEffect(() => effect(() => onEdit({ draft: form.typed.value, isExact: form.isExact.value })), [form]);
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
          onInput: (event) => onEdit({ name: event.currentTarget.value }),
        }}
      />
      <TextField
        id={`${prefix}group`}
        class="wide"
        label={PRESET_STRINGS.group}
        help={PRESET_STRINGS.groupHelp}
        attributes={{
          value: group,
          onInput: (event) => onEdit({ group: event.currentTarget.value }),
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
