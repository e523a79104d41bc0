import type { Outcome } from '../../protocol/call-outcome';

/** What a panel that alerts needs of the document around it. */
export interface AlertServices {
  /** Has a notification shown about calls, by their ids, that were placed on a page of this origin. */
  reportOutcome(outcome: Outcome, calls: readonly string[], site: string): Promise<void>;
  /** Calls its listener with the view that a notification leads to, until `stop` aborts. */
  onViewAsked(listener: (view: string) => void, stop: AbortSignal): void;
}
