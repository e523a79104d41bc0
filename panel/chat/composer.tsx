import { effect, type ReadonlySignal } from '@preact/signals';
import type { TargetedEvent } from 'preact';
import { useEffect } from 'preact/hooks';
import { LIMITS } from '../../protocol/limits';
import { CHAT_STRINGS } from '../../strings/chat';
import { keyOf } from '../ui/key-of';
import type { ChatStore } from './chat-store';

const FIELD = 'chat-message';

/** Takes the focus from the page, if the user has pressed the meeting’s own button there. */
export type TakeFocus = (onTaken: () => void) => void;

type Props = { chat: ChatStore; isSeen: ReadonlySignal<boolean>; takeFocus: TakeFocus };

/** The field to write in. */
export function Composer({ chat, isSeen, takeFocus }: Props) {
  useEffect(
    () =>
      effect(() => {
        if (!isSeen.value) return;
        const toField = () => document.getElementById(FIELD)?.focus();
        // Brought to the front by the meeting's own button. Somebody who is elsewhere in the panel stays
        // there.
        if (!document.hasFocus()) takeFocus(toField);
        else if (document.activeElement === document.body) toField();
      }),
    [isSeen],
  );
  const draft = chat.draft.value;
  const isTooLong = draft.trim().length > LIMITS.message;
  const onKeyDown = (event: TargetedEvent<HTMLTextAreaElement, KeyboardEvent>) => {
    if (keyOf(event) !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    chat.send();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        chat.send();
      }}
    >
      <label class="unseen" for={FIELD}>
        {CHAT_STRINGS.message}
      </label>
      <textarea
        id={FIELD}
        rows={2}
        dir="auto"
        value={draft}
        placeholder={CHAT_STRINGS.message}
        title={CHAT_STRINGS.hint}
        aria-invalid={isTooLong ? true : undefined}
        aria-describedby={`${FIELD}-help`}
        onInput={(event) => chat.edit(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" class="primary">
        {CHAT_STRINGS.send}
      </button>
      <p id={`${FIELD}-help`} class={isTooLong ? 'error' : 'help'}>
        {isTooLong ? CHAT_STRINGS.tooLong(LIMITS.message) : CHAT_STRINGS.hint}
      </p>
    </form>
  );
}
