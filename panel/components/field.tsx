import type { DialField } from '../../protocol/dial-fields';
import type { PanelStore } from '../store';
import { WORDS } from '../words';

/** The element id of a field's control, by which a refusal finds it. */
export const controlId = (field: DialField) => `dial-${field}`;

/** One field of the dial form: its label, its control, its help, and what is wrong with it. */
export function Field({ store, field }: { store: PanelStore; field: DialField }) {
  const { label, help } = WORDS.fields[field];
  const error = store.errors.value[field];
  const id = controlId(field);
  const describedBy = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ');
  const attributes = {
    id,
    value: store.draft.value[field],
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy || undefined,
  };
  const choices = choicesOf(field);
  return (
    <div class={`field field-${field}`}>
      <label for={id}>{label}</label>
      {choices ? (
        <select {...attributes} onChange={(event) => store.edit(field, event.currentTarget.value)}>
          {choices.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      ) : (
        // An address is not prose: what a keyboard or a dictionary makes of it is another address. No
        // maxlength either, because it would cut what is pasted without a word.
        <input
          {...attributes}
          type="text"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-required={field === 'destination' ? true : undefined}
          onInput={(event) => store.edit(field, event.currentTarget.value)}
        />
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

/** What a field offers to choose from; optional ones offer to leave it to the node first. */
function choicesOf(field: DialField): readonly (readonly [string, string])[] | undefined {
  const table: Partial<Record<DialField, Record<string, string>>> = WORDS.choices;
  const choices = table[field];
  if (!choices) return undefined;
  const isRequired = field === 'protocol' || field === 'role';
  return isRequired ? Object.entries(choices) : [['', WORDS.nodeDefault], ...Object.entries(choices)];
}
