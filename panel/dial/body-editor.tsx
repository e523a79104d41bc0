import { useState } from 'preact/hooks';
import { BODY_STRINGS } from '../../strings/body';
import { STRINGS } from '../../strings/panel';
import type { DialFormState } from '../request/form';
import { bodyText, readBodyText } from './body-text';
import { BODY_ID } from './ids';

/** The body as text. What is edited shows in the form at once, and the reverse. */
export function BodyEditor({ form }: { form: DialFormState }) {
  const derived = bodyText(form.outgoing.value);
  // Keep the text as typed while it isn't valid JSON, unless the form changes.
  const [typed, setTyped] = useState({ text: '', for: '' });
  const error = form.bodyError.value;
  const edit = (text: string) => {
    const read = readBodyText(text);
    if (read.ok) form.fill(read.value);
    form.setBodyError(read.ok ? undefined : read.error);
    setTyped({ text, for: bodyText(form.outgoing.peek()) });
  };
  return (
    <div class="field">
      <textarea
        id={BODY_ID}
        dir="ltr"
        aria-label={STRINGS.body}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${BODY_ID}-help${error ? ` ${BODY_ID}-error` : ''}`}
        spellcheck={false}
        autocapitalize="none"
        rows={Math.min(14, derived.split('\n').length + 1)}
        value={error || typed.for === derived ? typed.text : derived}
        onInput={(event) => edit(event.currentTarget.value)}
      />
      {error && (
        <p class="error" id={`${BODY_ID}-error`}>
          {error}
        </p>
      )}
      <p class="help" id={`${BODY_ID}-help`}>
        {BODY_STRINGS.help}
      </p>
    </div>
  );
}
