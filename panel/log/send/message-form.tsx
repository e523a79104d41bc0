import { SEND_STRINGS } from '../../../strings/log';
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
    <div class="field">
      <label for={id}>{field}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
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
export function Select<Value extends string>({ label, id, value, options, onChange }: SelectProps<Value>) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value as Value)}>
        {(Object.entries(options) as [Value, string][]).map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
