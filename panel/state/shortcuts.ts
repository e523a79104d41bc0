/** The keys of the extension's commands, which are the browser's to change. */
export interface Shortcuts {
  /** Each command with its key, '' where it has none. */
  read(): Promise<readonly { name: string; key: string }[]>;
  /** Opens the browser's page for them; absent where only a person can. */
  change?: (() => void) | undefined;
}
