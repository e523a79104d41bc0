/**
 * What a panel and its plugin simulator send to each other. The simulator is a frame that takes the plugin's
 * place before a host page under development. Its messages come back as traces (trace.ts).
 *
 *   panel ──▶ simulator   send     sends this message to the page unchanged
 *   simulator ──▶ panel   trace    the messages that it received and sent
 */

/**
 * Where the simulator sends from: a hidden frame of its own, or the page's meeting frame, emptied for that
 * long. A page that compares the source with its meeting frame accepts only the second.
 */
export const SIMULATOR_SOURCES = ['own', 'meeting'] as const;
export type SimulatorSource = (typeof SIMULATOR_SOURCES)[number];

type SimulatorRequest = { type: 'send'; wire: unknown };

/** Reads what came over a link that only this extension can open. */
export const asSimulatorRequest = (data: unknown): SimulatorRequest | undefined =>
  Reflect.get(Object(data), 'type') === 'send' ? (data as SimulatorRequest) : undefined;

/** The panel's connection to its simulator. */
export interface Simulator {
  send(wire: unknown): void;
  /** Ends it; the page is as it was before. */
  end(): void;
}

/** Starts the plugin simulator in the active tab. */
export type StartSimulator = (
  place: SimulatorSource,
  on: { trace(trace: unknown): void; end(): void },
) => Promise<Simulator | 'no-frame' | 'not-let-in'>;
