/** Registers listeners by the name of an event. The returned function removes the listener. */
export type On<Events> = <Name extends keyof Events>(
  name: Name,
  listener: (payload: Events[Name]) => void,
) => () => void;

export type Emitter<Events> = {
  on: On<Events>;
  emit<Name extends keyof Events>(name: Name, payload: Events[Name]): void;
};

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
      for (const listener of listeners[name] ?? []) {
        try {
          listener(payload);
        } catch (error) {
          // An error in a page's listener is the page's own, and must not keep the plugin from its answer.
          reportError(error);
        }
      }
    },
  };
}
