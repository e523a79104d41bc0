/**
 * One of the browser's stores, as `browser.storage` has them. The panel knows no browser: an entrypoint
 * brings these along from `browser/`, a plain page and tests bring ones that live in memory.
 */
export interface StorageArea {
  /** Everything in it. */
  read(): Promise<Readonly<Record<string, unknown>>>;
  /** All of these or none; rejects when there is no room. */
  set(items: Readonly<Record<string, unknown>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** Calls `listener` after every change, by whichever window, until `stop` aborts. */
  watch(listener: () => void, stop: AbortSignal): void;
  /** Runs jobs of one name one after the other, across windows: reading and writing back is two steps. */
  exclusively<T>(name: string, job: () => Promise<T>): Promise<T>;
}

/** The stores that the panel and the options page live on. */
export interface PanelStorage {
  /** On this device. */
  local: StorageArea;
  /** On all machines of this person, where the browser does that; small. */
  sync: StorageArea;
  /** What an administrator has set; read-only, and empty where there is none. */
  managed: Pick<StorageArea, 'read' | 'watch'>;
  /** Whether only what a person saves by name outlives the window. Default: all is kept. */
  isPrivate?(): Promise<boolean>;
}
