import type { ChatEntry } from '../../protocol/meeting';

const ago = (minutes: number) => Date.now() - minutes * 60_000;

const said = (displayName: string, minutes: number, text: string): ChatEntry => ({
  name: 'message',
  id: `${displayName}-${minutes}`,
  at: ago(minutes),
  text,
  displayName,
  own: displayName === '',
});

/** A conversation for the panel on a plain page. */
export const PREVIEW_CHAT: readonly ChatEntry[] = [
  said('Alice', 14, 'Good morning. Can everybody see the agenda?'),
  said(
    'Bob from the third floor, building seven',
    12,
    'Yes, https://portal.example.com/agenda/2026-11-20 works.',
  ),
  said('', 11, 'I can as well. I dial the interpreter in now.'),
  said('Alice', 9, 'Thank you.\nShe is at +47 22 33 44 55, or sip:interpreter@video.engineering.example.com'),
  { name: 'message-error', at: ago(3), message: 'Invalid role' },
  said(
    'Carol',
    1,
    '<b>Not bold</b>, and a-very-long-word-without-any-break-that-has-to-be-broken-somewhere-all-the-same',
  ),
];
