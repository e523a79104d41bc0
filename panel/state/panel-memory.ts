/**
 * What a panel leaves for the panel that comes after it in the same window, or on the same page: in memory,
 * never on disk.
 */
export interface PanelMemory {
  /** What was kept under this name; `undefined` if nothing was. */
  get(name: string): unknown;
  /** Keeps a value, which can be cloned; `undefined` forgets the one before. */
  keep(name: string, value: unknown): void;
}
