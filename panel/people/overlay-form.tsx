import { useState } from 'preact/hooks';
import { LIMITS } from '../../protocol/limits';
import { PEOPLE_STRINGS as STRINGS } from '../../strings/people';
import { TextField } from '../ui/text-field';
import { Buttons, type FormProps } from './dialog';

/** The text that is laid over somebody's picture. */
export function OverlayForm({ context, uuid, onClose }: FormProps) {
  const [text, setText] = useState(context.people.people.peek()?.get(uuid)?.overlayText ?? '');
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
          onInput: (event) => setText(event.currentTarget.value),
        }}
      />
      <Buttons label={STRINGS.apply} onClose={onClose} />
    </form>
  );
}
