import type { HostMessage } from '../../protocol/messages';

/** How long a press of Chat waits for a top window before the user is told that there is none. */
const NOTICE_MS = 1_000;
/** For how long a press is still what the user wants. */
const PRESS_MS = 30_000;

/** Watches presses of Chat for as long as no top window has ever sent anything. */
interface UnansweredPress {
  onPress(active: boolean): void;
  /** The top window has sent something: this message, or one that could not be read. */
  onAnswer(message?: HostMessage): void;
}

/**
 * Most people have neither the extension nor a page with a chat: without a word, their Chat button would do
 * nothing. A top window that has sent anything is left alone, because it may keep silent when it is asked for
 * the state it has.
 *
 * @param notify tells the user that this page has no chat
 * @param repeat sends the last press again, to a top window that begins to answer after it
 */
export function watchUnansweredPress(notify: () => void, repeat: (active: boolean) => void): UnansweredPress {
  let hasAnswered = false;
  let pressed: { active: boolean; at: number } | undefined;
  let timer: number | undefined;
  return {
    onPress(active) {
      if (hasAnswered) return;
      pressed = { active, at: Date.now() };
      timer ??= window.setTimeout(() => {
        timer = undefined;
        notify();
      }, NOTICE_MS);
    },
    onAnswer(message) {
      if (hasAnswered) return;
      hasAnswered = true;
      window.clearTimeout(timer);
      if (!pressed) return;
      const { active, at } = pressed;
      const age = Date.now() - at;
      // Within the second, another state is this page's answer to the press. A badge says nothing about it.
      const isOther = message?.name === 'toggle-chat-button-state' && message.active !== active;
      const isNew = message?.name === 'hello' || (isOther && age >= NOTICE_MS);
      if (isNew && age <= PRESS_MS) repeat(active);
    },
  };
}
