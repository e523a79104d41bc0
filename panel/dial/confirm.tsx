import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { CONFIRM_STRINGS } from '../../strings/confirm';
import type { Question } from '../request/guard/guard';
import './confirm.css';

/** Asks before something that may cost more than it seems. Escape and Cancel mean no. */
export function Confirm({ question }: { question: Question }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const dial = useRef<HTMLButtonElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  // A dialog that is closed gives the focus back; one that is only taken away does not.
  useLayoutEffect(() => () => dialog.current?.close(), []);
  useEffect(() => {
    dialog.current?.showModal();
    // Enter asked for this call once: pressed again by accident, it must not place it. A browser would rather
    // focus the list where that can be scrolled.
    (question.isAgain ? cancel : dial).current?.focus();
  }, [question]);
  return (
    <dialog
      ref={dialog}
      class="confirm"
      aria-labelledby="confirm-text"
      aria-describedby="confirm-meeting"
      onClose={() => question.answer(false)}
    >
      <p id="confirm-text">{question.text}</p>
      {question.meeting !== undefined && (
        <p class="help" id="confirm-meeting">
          <bdi>{CONFIRM_STRINGS.inMeeting(question.meeting)}</bdi>
        </p>
      )}
      <ul>
        {question.details.map((detail) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
      <div class="actions">
        <button type="button" ref={dial} class="primary" onClick={() => question.answer(true)}>
          {question.isAgain ? CONFIRM_STRINGS.dialAnyway : CONFIRM_STRINGS.dial}
        </button>
        <button type="button" ref={cancel} onClick={() => question.answer(false)}>
          {CONFIRM_STRINGS.cancel}
        </button>
      </div>
    </dialog>
  );
}
