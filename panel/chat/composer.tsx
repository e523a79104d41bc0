import type { ReadonlySignal } from '@preact/signals';
import type { TargetedEvent } from 'preact';
import { useEffect } from 'preact/hooks';
import { LIMITS } from '../../protocol/limits';
import { CHAT_STRINGS } from '../../strings/chat';
import { keyOf } from '../ui/key-of';
import { longest } from '../ui/longest';
import type { ChatStore } from './chat-store';
import { leadFocus, type TakeFocus } from './lead-focus';

const FIELD = 'chat-message';

type Props = {
  chat: ChatStore;
  isSeen: ReadonlySignal<boolean>;
  takeFocus: TakeFocus;
  /** Why nothing can be sent at the moment. */
  obstacle: string | undefined;
  isHidden: boolean;
};

/** The field to write in. It stays while the meeting reloads, and so does what is typed meanwhile. */
export function Composer({ chat, isSeen, takeFocus, obstacle, isHidden }: Props) {
  useEffect(() => leadFocus(isSeen, takeFocus, () => document.getElementById(FIELD)?.focus()), [isSeen]);
  const draft = chat.draft.value;
  const isTooLong = draft.trim().length > LIMITS.message;
  const send = () => {
    if (obstacle === undefined) chat.send();
  };
  const onKeyDown = (event: TargetedEvent<HTMLTextAreaElement, KeyboardEvent>) => {
    if (keyOf(event) !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      class="composer"
      hidden={isHidden}
      onSubmit={(event) => {
        event.preventDefault();
        send();
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
      <button type="submit" class="primary" disabled={obstacle !== undefined}>
        {CHAT_STRINGS.send}
      </button>
      {/* In the room of what it says mostly: the field stays where it is while the meeting reloads. */}
      <p
        id={`${FIELD}-help`}
        class={isTooLong ? 'error' : 'help'}
        data-room={longest(CHAT_STRINGS.hint, CHAT_STRINGS.unavailable.waiting)}
      >
        <span>{isTooLong ? CHAT_STRINGS.tooLong(LIMITS.message) : (obstacle ?? CHAT_STRINGS.hint)}</span>
      </p>
    </form>
  );
}
