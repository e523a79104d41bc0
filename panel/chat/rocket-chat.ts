/** What Rocket.Chat says only of itself, and says soon. */
const EVENTS = ['startup', 'room-opened', 'unread-changed', 'unread-changed-by-subscription'];

/** The name of an event of Rocket.Chat's; `undefined` for everything else. */
export function eventOf(data: unknown): string | undefined {
  const name: unknown = Reflect.get(Object(data), 'eventName');
  return EVENTS.find((event) => event === name);
}

/**
 * The command that leads Rocket.Chat to the room at this address, without loading it anew. Its paths begin
 * behind whatever folder the server stands in.
 * @see https://developer.rocket.chat/docs/iframe-integration-sending-commands
 */
export function goTo(url: string): { externalCommand: 'go'; path: string } {
  const { pathname, search } = new URL(url);
  const room = /\/(?:channel|group|direct)\/.*$/.exec(pathname)?.[0] ?? pathname;
  return { externalCommand: 'go', path: room + search };
}
