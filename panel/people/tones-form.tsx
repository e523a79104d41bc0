import { useState } from 'preact/hooks';
import { LIMITS } from '../../protocol/limits';
import { PEOPLE_STRINGS as STRINGS } from '../../strings/people';
import { TextField } from '../ui/text-field';
import { Buttons, type FormProps } from './dialog';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** A keypad, and a field for what was pressed on it. The tones go out together. */
export function TonesForm({ context, uuid, typed, onType, onClose }: FormProps) {
  const { digits = '' } = typed;
  const [error, setError] = useState('');
  const change = (next: string) => {
    onType({ digits: next.slice(0, LIMITS.dtmf) });
    setError('');
  };
  return (
    <form
      class="person-form"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = digits.replaceAll(/\s/g, '');
        const problem = problemWith(wanted);
        setError(problem);
        if (problem) return;
        context.people.act({ name: 'dtmf', participantUuid: uuid, digits: wanted.toUpperCase() });
        onClose();
      }}
    >
      <TextField
        id="person-tones"
        label={STRINGS.tonesField}
        help={STRINGS.tonesHelp}
        error={error}
        attributes={{
          dir: 'ltr',
          spellcheck: false,
          value: digits,
          onInput: (event) => change(event.currentTarget.value),
        }}
      />
      <div class="keypad" dir="ltr">
        {KEYS.map((key) => (
          <button key={key} type="button" aria-label={STRINGS.tone(key)} onClick={() => change(digits + key)}>
            {key}
          </button>
        ))}
      </div>
      <Buttons label={STRINGS.send} onClose={onClose} />
    </form>
  );
}

function problemWith(digits: string): string {
  if (digits === '') return STRINGS.noTones;
  const wrong = [...new Set(digits.replace(/[0-9*#A-D]/gi, ''))].join(' ');
  return wrong === '' ? '' : STRINGS.notTones(wrong);
}
