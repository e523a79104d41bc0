import { useState } from 'preact/hooks';
import { bodyText, readBodyText } from '../form/body-text';
import type { DialFormState } from '../form/form';
import { DETECT_WORDS } from '../words/detect';

/** Names the text area, so that a refusal can move the focus there. */
export const BODY_ID = 'dial-body';

/** The exact body, for reading and for editing. What is edited shows in the form at once. */
export function RequestBody({ form }: { form: DialFormState }) {
  const derived = bodyText(form.outgoing.value);
  // What is being typed stays as it is for as long as the form says nothing else.
  const [typed, setTyped] = useState({ text: '', for: '' });
  const error = form.bodyError.value;
  const edit = (text: string) => {
    const read = readBodyText(text);
    if (read.ok) form.fill(read.value);
    form.setBodyError(read.ok ? undefined : read.error);
    setTyped({ text, for: bodyText(form.outgoing.peek()) });
  };
  return (
    <details class="request-body">
      <summary>{DETECT_WORDS.body}</summary>
      <div class="field">
        <textarea
          id={BODY_ID}
          aria-label={DETECT_WORDS.body}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${BODY_ID}-help${error ? ` ${BODY_ID}-error` : ''}`}
          spellcheck={false}
          autocapitalize="none"
          rows={Math.min(14, derived.split('\n').length + 1)}
          value={typed.for === derived ? typed.text : derived}
          onInput={(event) => edit(event.currentTarget.value)}
        />
        {error && (
          <p class="error" id={`${BODY_ID}-error`}>
            {error}
          </p>
        )}
        <p class="help" id={`${BODY_ID}-help`}>
          {DETECT_WORDS.bodyHelp}
        </p>
      </div>
    </details>
  );
}
