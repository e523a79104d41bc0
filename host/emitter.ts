/** Registers listeners by the name of an event. The returned function removes the listener. */
export type On<Events> = <Name extends keyof Events>(
  name: Name,
  listener: (payload: Events[Name]) => void,
) => () => void;

export type Emitter<Events> = {
  on: On<Events>;
  emit<Name extends keyof Events>(name: Name, payload: Events[Name]): void;
};

/** Creates what calls the listeners of events, each in the order in which it was added. */
export function createEmitter<Events>(): Emitter<Events> {
  const listeners: { [Name in keyof Events]?: Set<(payload: Events[Name]) => void> } = {};
  return {
    on(name, listener) {
      const known = listeners[name] ?? new Set();
      listeners[name] = known;
      known.add(listener);
      return () => void known.delete(listener);
    },
    emit(name, payload) {
      for (const listener of listeners[name] ?? []) notify(listener, payload);
    },
  };
}

/**
 * Calls a function of the page. Its error is the page's own, and must not keep the plugin from its answer.
 */
export function notify<T>(listener: (payload: T) => void, payload: T): void {
  try {
    listener(payload);
  } catch (error) {
    reportError(error);
  }
}
