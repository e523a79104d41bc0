/** What is unread, by a message of the chat; `undefined` if the message is about something else. */
export function unreadOf(data) {
  // Rocket.Chat with "Enable Send": a number, '999+', '•' or ''.
  if (data?.eventName === 'unread-changed') return Number.parseInt(data.data, 10) || Boolean(data.data);
  // Any other chat that can be changed.
  if (data?.action === 'external-chat/unread' && Number.isInteger(data.count)) return data.count;
  return undefined;
}
