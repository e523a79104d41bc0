/**
 * Webapp2's plugin API as far as this plugin uses it: the parts that the guides and published plugins show,
 * and no others, so that it runs in every host of classic plugins.
 * @see Plugin guide, "Plugin API functions"
 */
export interface Pex {
  pluginAPI: {
    registerPlugin(registration: PexRegistration): void;
    createNewState(initial: PexItemState): State;
    dialOut(
      alias: string,
      protocol: string,
      role: string,
      callback: (value: unknown) => void,
      params: Record<string, unknown>,
    ): void;
    disconnectParticipant(uuid: string): void;
  };
  actions$: { ofType(type: string): Stream<unknown> };
  pexrtc?: { conference_name?: string };
}

export interface Stream<T> {
  subscribe(next: (value: T) => void): { unsubscribe(): void };
}

/** What a menu item shows. */
export interface PexItemState {
  icon: string;
  label: string;
}

export interface State extends Stream<PexItemState> {
  next(state: PexItemState): void;
}

interface PexRegistration {
  id: string;
  load(participants$: Stream<PexParticipant[]>): void;
  unload(): void;
  state$: State;
  toggleChat(): void;
}

/** @see Plugin guide, "Participant properties" */
export interface PexParticipant {
  uuid: string;
  name: string;
  serviceType: string;
}

/** The host's `window.PEX`, which is there before any plugin's script runs. */
export function pex(): Pex {
  const found: unknown = Reflect.get(window, 'PEX');
  if (typeof found !== 'object' || found === null)
    throw new Error('window.PEX is missing: this page isn’t Webapp2.');
  return found as Pex;
}
