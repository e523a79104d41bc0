import { useState } from 'preact/hooks';
import { LIMITS } from '../../protocol/limits';
import { PEOPLE_STRINGS as STRINGS } from '../../strings/people';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { Buttons, type FormProps } from './dialog';

/** Where somebody is moved, and as what. */
export function TransferForm({ context, uuid, typed, onType, onClose }: FormProps) {
  const { alias = '', pin = '' } = typed;
  const role = typed.role === 'host' ? 'host' : 'guest';
  const [error, setError] = useState('');
  return (
    <form
      class="person-form"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = alias.trim();
        const problem =
          wanted === '' ? STRINGS.noAlias : wanted.length > LIMITS.alias ? STRINGS.tooLong(LIMITS.alias) : '';
        setError(problem);
        if (problem) return;
        const withPin = pin !== '' && { pin: pin.slice(0, LIMITS.displayText) };
        context.people.act({ name: 'transfer', participantUuid: uuid, alias: wanted, role, ...withPin });
        onClose();
      }}
    >
      <TextField
        id="person-alias"
        label={STRINGS.transferField}
        help={STRINGS.transferHelp}
        error={error}
        attributes={{
          'aria-required': true,
          autocapitalize: 'off',
          dir: 'ltr',
          spellcheck: false,
          value: alias,
          onInput: (event) => {
            onType({ alias: event.currentTarget.value });
            setError('');
          },
        }}
      />
      <SelectField
        id="person-role"
        label={STRINGS.role}
        value={role}
        choices={[
          ['guest', STRINGS.guest],
          ['host', STRINGS.host],
        ]}
        onChoose={(next) => onType({ role: next })}
      />
      <TextField
        id="person-pin"
        label={STRINGS.pin}
        help={STRINGS.pinHelp}
        attributes={{
          dir: 'ltr',
          inputMode: 'numeric',
          spellcheck: false,
          value: pin,
          onInput: (event) => onType({ pin: event.currentTarget.value }),
        }}
      />
      <Buttons label={STRINGS.labels.transfer} onClose={onClose} />
    </form>
  );
}
