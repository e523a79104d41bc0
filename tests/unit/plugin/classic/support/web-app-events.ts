import type { Events } from '@pexip/plugin-api';

/** Web App 3's events, which a test sends by name. */
export function createEvents() {
  const listeners = new Map<string, ((event: unknown) => void)[]>();
  const add = (name: string) => (listener: (event: unknown) => void) =>
    void listeners.set(name, [...(listeners.get(name) ?? []), listener]);
  const events = new Proxy({}, { get: (_, name) => ({ add: add(String(name)) }) });
  const send = (name: string, event: unknown = {}) => {
    for (const listener of listeners.get(name) ?? []) listener(event);
  };
  return { events: events as Events, send };
}
