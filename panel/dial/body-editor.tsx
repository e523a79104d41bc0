import { useState } from 'preact/hooks';
import { BODY_STRINGS } from '../../strings/body';
import { STRINGS } from '../../strings/panel';
import type { DialFormState } from '../request/form';
import { TextAreaField } from '../ui/text-area-field';
import { bodyText, readBodyText } from './body-text';
import { BODY_ID } from './ids';

/** The body as text. What is edited shows in the form at once, and the reverse. */
export function BodyEditor({ form }: { form: DialFormState }) {
  const derived = bodyText(form.outgoing.value);
  // Keep the text as typed while it means what the form has.
  const [typed, setTyped] = useState({ text: '', for: '' });
  const wrong = form.wrongBody.value;
  const edit = (text: string) => {
    const read = readBodyText(text);
    if (read.ok) form.fill(read.value);
    form.wrongBody.value = read.ok ? undefined : { text, error: read.error };
    setTyped({ text, for: bodyText(form.outgoing.peek()) });
  };
  return (
    <TextAreaField
      id={BODY_ID}
      label={STRINGS.body}
      help={BODY_STRINGS.help}
      error={wrong?.error}
      attributes={{
        rows: Math.min(14, derived.split('\n').length + 1),
        value: wrong?.text ?? (typed.for === derived ? typed.text : derived),
        onInput: (event) => edit(event.currentTarget.value),
      }}
    />
  );
}
