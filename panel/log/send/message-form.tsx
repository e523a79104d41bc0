import { SEND_STRINGS } from '../../../strings/log';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import type { FieldKind, FormValues, MessageFields } from './fields';

type MessageFormProps = {
  names: readonly string[];
  name: string;
  form: MessageFields;
  values: FormValues;
  onName: (name: string) => void;
  onValue: (field: string, value: string) => void;
};

/** A message of the contract and its fields, by the names that they have on the wire. */
export function MessageForm({ names, name, form, values, onName, onValue }: MessageFormProps) {
  return (
    <>
      <Select
        label={SEND_STRINGS.message}
        id="send-message"
        value={name}
        onChange={onName}
        options={Object.fromEntries(names.map((each) => [each, each]))}
      />
      {Object.entries(form).map(([field, kind]) => (
        <Input
          key={`${name} ${field}`}
          field={field}
          kind={kind}
          value={values[field] ?? ''}
          onInput={(value) => onValue(field, value)}
        />
      ))}
    </>
  );
}

type InputProps = { field: string; kind: FieldKind; value: string; onInput: (value: string) => void };

function Input({ field, kind, value, onInput }: InputProps) {
  const id = `send-field-${field}`;
  const choices = kind === 'flag' ? ['true', 'false'] : typeof kind === 'object' ? kind : undefined;
  if (choices) {
    const options = { '': SEND_STRINGS.leftOut, ...Object.fromEntries(choices.map((each) => [each, each])) };
    return <Select label={field} id={id} value={value} onChange={onInput} options={options} />;
  }
  return (
    <TextField
      id={id}
      label={field}
      attributes={{
        autocapitalize: 'none',
        spellcheck: false,
        value,
        onInput: (event) => onInput(event.currentTarget.value),
      }}
    />
  );
}

type SelectProps<Value extends string> = {
  label: string;
  id: string;
  value: Value;
  options: Readonly<Record<Value, string>>;
  onChange: (value: Value) => void;
};

/** A choice with its label; `options` are texts by value. */
export const Select = <Value extends string>({ label, id, value, options, onChange }: SelectProps<Value>) => (
  <SelectField
    id={id}
    label={label}
    value={value}
    choices={Object.entries(options) as [Value, string][]}
    onChoose={(chosen) => onChange(chosen)}
  />
);
