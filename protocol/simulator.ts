/**
 * What a panel and its stand-in say to each other. A stand-in is a frame that speaks as the plugin to a host page
 * under development; what it hears and says comes back as traces (trace.ts).
 *
 *   panel ──▶ stand-in   say      this, to the page, as it stands
 *   stand-in ──▶ panel   trace    what it has heard and said
 */

/**
 * Where it speaks from: a hidden frame of its own, or the page's meeting frame, which is emptied for that long. A page
 * that compares the source with its frame hears only the second.
 */
export const STAND_IN_PLACES = ['own', 'meeting'] as const;
export type StandInPlace = (typeof STAND_IN_PLACES)[number];

export type StandInRequest = { type: 'say'; wire: unknown };

/** Reads what came over a link that only this extension can open. */
export const asStandInRequest = (data: unknown): StandInRequest | undefined =>
  Reflect.get(Object(data), 'type') === 'say' ? (data as StandInRequest) : undefined;

/** The panel's way to its stand-in. */
export interface StandIn {
  say(wire: unknown): void;
  /** Ends it; the page is as it was before. */
  end(): void;
}

/** Starts a stand-in in the tab in front. */
export type StartStandIn = (
  place: StandInPlace,
  on: { trace(trace: unknown): void; end(): void },
) => Promise<StandIn | 'no-frame' | 'not-let-in'>;
