import type { DialField } from '../../protocol/dial-fields';
import { STRINGS } from '../../strings/panel';
import { SelectField } from '../ui/select-field';
import { type TextAttributes, TextField } from '../ui/text-field';
import type { Draft } from './draft';
import type { FieldValues } from './form';

/** The element id of a field's control, by which a refusal finds it. */
export const controlId = (field: DialField) => `dial-${field}`;

/** What people read; the others are addresses and tones, which go from left to right in every language. */
const PROSE: readonly DialField[] = ['source_display_name', 'remote_display_name', 'text'];

type FieldProps = {
  form: FieldValues;
  field: DialField;
  /** Where the same fields stand twice in a document. */
  idPrefix?: string;
  /** An element that says more about the value. */
  hintId?: string | undefined;
  /** Further attributes of a field of text. */
  attributes?: TextAttributes;
};

/** One field of the dial form: its label, its control, its help, and what is wrong with it. */
export function Field({ form, field, idPrefix = '', hintId, attributes }: FieldProps) {
  const help = (STRINGS.help as Partial<Record<DialField, string>>)[field];
  const error = form.errors.value[field];
  const id = idPrefix + controlId(field);
  const texts = {
    id,
    label: STRINGS.fields[field],
    class: `field-${field}`,
    error,
    hintId,
    help,
  };
  const value = form.draft.value[field];
  const choices = choicesOf(field, form.draft.value);
  if (choices) {
    return (
      <SelectField
        {...texts}
        value={value}
        choices={choices}
        onChoose={(chosen) => form.edit(field, chosen)}
      />
    );
  }
  // An address is not prose: what a keyboard or a dictionary makes of it is another address. No maxlength
  // either, because it would cut what is pasted without a word.
  return (
    <TextField
      {...texts}
      attributes={{
        ...attributes,
        value,
        dir: PROSE.includes(field) ? 'auto' : 'ltr',
        autocapitalize: 'none',
        spellcheck: false,
        'aria-required': field === 'destination' ? true : undefined,
        onInput: (event) => form.edit(field, event.currentTarget.value),
      }}
    />
  );
}

/** What a field offers to choose from; optional ones offer to leave it to the node first. */
function choicesOf(field: DialField, draft: Draft): readonly (readonly [string, string])[] | undefined {
  const table: Partial<Record<DialField, Record<string, string>>> = STRINGS.choices;
  const choices = table[field];
  if (!choices) return undefined;
  if (field === 'protocol' || field === 'role') return Object.entries(choices);
  // Infinity's own default depends on the participant: a recorder must not keep a meeting going.
  const isStreaming = field === 'keep_conference_alive' && draft.streaming === 'yes';
  return [
    ['', isStreaming ? STRINGS.defaultWhileStreaming : STRINGS.nodeDefault],
    ...Object.entries(choices),
  ];
}
