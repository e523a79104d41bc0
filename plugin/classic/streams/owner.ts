import { Subscription } from 'rxjs';

/** Whom something that runs here belongs to: one classic plugin, which answers for it by name. */
export interface Owner {
  readonly name: string;
  /** Everything of the plugin that listens; ended when it is unloaded. */
  readonly listening: Subscription;
  /** Tells people that something of this plugin went wrong. */
  report(sentence: string, error?: unknown): void;
}

/** Makes a plugin's own set of subscriptions, new after each unload. */
export const newListening = (): Subscription => new Subscription();

let running: Owner | undefined;

/**
 * Runs code of a plugin. What it throws is reported under its name and goes no further: neither its siblings nor
 * the meeting may feel it. (Webapp2 showed its *Oops* page.)
 */
export function runFor<R>(owner: Owner, what: string, run: () => R): R | undefined {
  const before = running;
  running = owner;
  try {
    return run();
  } catch (error) {
    owner.report(`${what} threw: ${textOf(error)}`, error);
    return undefined;
  } finally {
    running = before;
  }
}

/** The plugin whose code is running at this moment, if it was called from here. */
export const runningOwner = (): Owner | undefined => running;

/** An error in words. */
export const textOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
