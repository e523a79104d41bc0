import { useMemo } from 'preact/hooks';
import { LIMITS } from '../../protocol/limits';
import { PEOPLE_STRINGS as STRINGS } from '../../strings/people';
import { TextField } from '../ui/text-field';
import { Buttons, type FormProps } from './dialog';

/** The text that is laid over somebody's picture. */
export function OverlayForm({ context, uuid, typed, onType, onClose }: FormProps) {
  const first = useMemo(() => context.people.people.peek()?.get(uuid)?.overlayText ?? '', []);
  const { text = first } = typed;
  const error = text.length > LIMITS.displayText ? STRINGS.tooLong(LIMITS.displayText) : '';
  return (
    <form
      class="person-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (error) return;
        context.people.act({ name: 'text-overlay', participantUuid: uuid, text: text.trim() });
        onClose();
      }}
    >
      <TextField
        id="person-overlay"
        label={STRINGS.overlayField}
        help={STRINGS.overlayHelp}
        error={error}
        attributes={{
          dir: 'auto',
          value: text,
          onInput: (event) => onType({ text: event.currentTarget.value }),
        }}
      />
      <Buttons label={STRINGS.apply} onClose={onClose} />
    </form>
  );
}
