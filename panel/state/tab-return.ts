/** What came of asking: the page is another one, or the user has not allowed it. */
export type Returned = 'back' | 'elsewhere' | 'declined';

/** The way back into a page that was loaded again, where the browser wants the user to allow it. */
export interface TabReturn {
  /** Calls `listener`, now and at every change, with whether the tab in front is such a one. */
  follow(listener: (isShutOut: boolean) => void, stop: AbortSignal): void;
  /** Asks the user, and goes back into the page. To be called in a click, before anything is awaited. */
  comeBack(): Promise<Returned>;
}
