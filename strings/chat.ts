import { strings } from '../locales/strings';

/** What the chat says. */
export const CHAT_STRINGS = strings('chat', {
  label: 'Meeting chat',
  message: 'Message',
  send: 'Send',
  hint: 'Enter sends, Shift+Enter begins a new line. Everybody in the meeting can read it.',
  you: 'You',
  unnamed: 'Somebody',
  empty: 'Nothing has been said yet.',
  emptyHint:
    'What is written in the meeting’s chat from now on stands here, for as long as this page is open.',
  copy: 'Copy',
  copyAll: 'Copy all',
  copied: 'Copied',
  notCopied: 'The browser did not allow copying. Select the text instead.',
  copyFrom: 'Copy the message of {name}, {time}',
  sending: 'Sending…',
  notSent: 'Not sent: {reason}',
  sendAgain: 'Send again',
  discard: 'Discard',
  older: 'Only the latest 500 messages are kept.',
  unavailable: {
    'no-meeting': 'There is no meeting on this page to chat in.',
    waiting: 'The chat begins when the plugin has spoken. Reload the meeting if this stays.',
    ready: 'The chat begins when the meeting is joined.',
    plugin: 'The plugin in this meeting does not offer the meeting’s chat. A newer one does.',
  },
  tooLong: 'Too long: at most {limit} characters.',
});
