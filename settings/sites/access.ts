/** What the browser lets this extension do with sites. An entrypoint brings it along from `browser/`. */
export interface SiteAccess {
  /**
   * Asks the person for permission to reach these sites. To be called in a click, before anything is awaited.
   */
  ask(sites: readonly string[]): Promise<boolean>;
  has(site: string): Promise<boolean>;
  /** Whether the extension was built for this site, whatever the person does. */
  isBuiltIn(site: string): boolean;
  /** Gives the permission for a site back. */
  giveBack(site: string): Promise<void>;
  /**
   * Has the detector run on every page of these sites as it loads, from now on, and on those of no others.
   */
  runOn(sites: readonly string[]): Promise<void>;
  /**
   * Calls `listener` when permission was taken, wherever that was done, with what it was for, until `stop`
   * aborts.
   */
  onTaken(listener: (isTaken: (site: string) => boolean) => void, stop: AbortSignal): void;
  /** Calls `listener` when permission was given, until `stop` aborts. */
  onGiven(listener: () => void, stop: AbortSignal): void;
}
