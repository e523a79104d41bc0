import type { ChatEntry } from '../../../../protocol/meeting';
import { aMeeting, START } from '../fixture';

/** A meeting whose plugin passes the chat on. */
export const CHATTY = aMeeting({ plugin: { name: 'ready', inMeeting: true, features: ['messages'] } });

/** A message of Alice. */
export const said = (
  text: string,
  over: Partial<Extract<ChatEntry, { name: 'message' }>> = {},
): ChatEntry => ({
  name: 'message',
  id: text,
  at: START,
  text,
  displayName: 'Alice',
  own: false,
  ...over,
});
