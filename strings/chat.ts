import { strings } from '../locales/strings';

/** What the chat says. */
export const CHAT_STRINGS = strings('chat', {
  label: 'Meeting chat',
  message: 'Message',
  send: 'Send',
  hint: 'Press Enter to send, Shift+Enter for a new line. Everyone in the meeting can read it.',
  you: 'You',
  unnamed: 'Someone',
  empty: 'No messages yet.',
  emptyHint: 'New messages in the meeting chat appear here while this page is open.',
  copy: 'Copy',
  copyAll: 'Copy all',
  copied: 'Copied',
  notCopied: 'The browser blocked copying. Select the text instead.',
  copyFrom: 'Copy message from {name}, {time}',
  sending: 'Sending…',
  notSent: 'Not sent: {reason}',
  sendAgain: 'Send again',
  discard: 'Discard',
  newFromHere: 'New',
  newBelow: { one: '{count} new ↓', other: '{count} new ↓' },
  older: 'Only the latest 500 messages are kept.',
  unavailable: {
    'no-meeting': 'There’s no meeting on this page.',
    choose: 'Select a meeting at the top to see its chat.',
    waiting: 'Chat starts when the plugin connects. If this message stays, reload the meeting.',
    ready: 'Join the meeting to chat.',
    plugin: 'This meeting’s plugin doesn’t support the meeting chat.',
    outdated: 'This meeting’s plugin doesn’t support the meeting chat. A newer version does.',
    unannounced:
      'Whether this meeting’s plugin supports the meeting chat is unknown. Reload the meeting to find out.',
  },
  tooLong: 'Too long. Use {limit} characters or fewer.',
});
