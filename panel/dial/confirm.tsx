import { useEffect, useRef } from 'preact/hooks';
import { GUARD_STRINGS } from '../../strings/guard';
import type { Question } from '../request/guard/guard';

/** Asks before something that may cost more than it seems. Escape and Cancel mean no. */
export function Confirm({ question }: { question: Question }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="confirm-text"
      aria-describedby="confirm-meeting"
      onClose={() => question.answer(false)}
    >
      <p id="confirm-text">{question.text}</p>
      {question.meeting !== undefined && (
        <p class="help" id="confirm-meeting">
          <bdi>{GUARD_STRINGS.inMeeting(question.meeting)}</bdi>
        </p>
      )}
      <ul>
        {question.details.map((detail) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
      <div class="actions">
        <button type="button" class="primary" onClick={() => question.answer(true)}>
          {GUARD_STRINGS.dial}
        </button>
        <button type="button" onClick={() => question.answer(false)}>
          {GUARD_STRINGS.cancel}
        </button>
      </div>
    </dialog>
  );
}
