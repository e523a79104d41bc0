/**
 * One end of a two-way connection between the panel and the peer: a runtime port from the side panel, a
 * `MessagePort` from the dock. Messages arrive in the order in which they were posted, or not at all.
 */
export interface Link {
  post(message: unknown): void;
  /** One listener, set once and before anything is awaited: nothing is kept for a later one. */
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when the other end has gone; never after `close` from this end. */
  onClose(listener: () => void): void;
  close(): void;
}
