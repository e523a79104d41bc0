import type { Channel, Event, EventMessage, EventPayload } from '@pexip/plugin-api';

/** Calls `listener` with every event of this name that Web App 3 tells the plugin. */
export function onEvent<Name extends keyof EventMessage>(
  channel: Pick<Channel, 'addEventListener'>,
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): void {
  channel.addEventListener((event) => {
    if (isOf(event, name)) listener(event.payload);
  });
}

const isOf = <Name extends keyof EventMessage>(
  event: Event,
  name: Name,
): event is Extract<Event, { event: Name }> => event.event === name;
