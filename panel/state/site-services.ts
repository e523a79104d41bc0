/** What the diagnostics asks of the browser, where the document that the panel is in may ask it. */
export interface SiteServices {
  /** The address of the tab beside the panel; `undefined` where the browser does not tell it. */
  address(): Promise<string | undefined>;
  /** Whether the browser keeps extensions out of its viewers of PDF and JSON files. */
  hasClosedViewers: boolean;
  /** Whether the extension may reach a site for good; `undefined` where that cannot be asked. */
  mayReach(origin: string): Promise<boolean | undefined>;
  /** Asks the user to let the extension reach a site; absent where it cannot. To be called in a click. */
  ask: ((origin: string) => Promise<boolean>) | undefined;
}
