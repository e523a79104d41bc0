import { Subscription } from 'rxjs';

/** Whom something that runs here belongs to: one classic plugin, which answers for it by name. */
export interface Owner {
  readonly id: string;
  readonly name: string;
  /** Everything of the plugin that listens; ended when it is unloaded. */
  readonly listening: Subscription;
  /** Tells people that something of this plugin went wrong. */
  report(sentence: string, error?: unknown): void;
  /** Tells people what of this plugin Web App 3 has no place for. */
  limit(sentence: string): void;
}

/** Makes a plugin's own set of subscriptions, new after each unload. */
export const newListening = (): Subscription => new Subscription();

let running: Owner | undefined;
let last: Owner | undefined;
type TurnFollower = (now: Owner | undefined, hasBegun: boolean, turnOf: Owner) => void;
const followers: TurnFollower[] = [];
const tellTurn: TurnFollower = (...turn) => {
  for (const follower of followers) follower(...turn);
};

/** Is told whose code begins, and at its end whose code goes on; undefined if nobody's does. */
export function followTurns(follower: TurnFollower): void {
  followers.push(follower);
}

/** Runs code of a plugin, which answers for all that it calls. Errors go on. */
export function asOwner<R>(owner: Owner, run: () => R): R {
  const before = running;
  running = owner;
  last = owner;
  if (before !== owner) tellTurn(owner, true, owner);
  try {
    return run();
  } finally {
    running = before;
    if (before !== owner) tellTurn(before, false, owner);
  }
}

type Callable = (this: unknown, ...given: unknown[]) => unknown;

/** Makes a plugin the owner of what its function does, also when the browser calls it. */
export function entering(owner: Owner, run: Callable): Callable {
  return function (...given) {
    return asOwner(owner, () => Reflect.apply(run, this, given));
  };
}

/**
 * Runs code of a plugin. What it throws is reported under its name and goes no further: neither its siblings
 * nor the meeting may feel it. (Webapp2 showed its *Oops* page.)
 */
export function runFor<R>(owner: Owner, what: string, run: () => R): R | undefined {
  try {
    const result = asOwner(owner, run);
    // What is thrown before or behind an `await` may not be an error, and may not name a file.
    if (result instanceof Promise) {
      result.catch((error: unknown) => owner.report(`a promise failed: ${textOf(error)}.`, error));
    }
    return result;
  } catch (error) {
    owner.report(`${what} threw: ${textOf(error)}`, error);
    return undefined;
  }
}

/** The plugin whose code is running at this moment, if it was called from here. */
export const runningOwner = (): Owner | undefined => running;

/** Takes a plugin whose source file runs by itself for the one that ran last. */
export function callLast(owner: Owner): void {
  last = owner;
}

/** The plugin whose code ran last. */
export const lastOwner = (): Owner | undefined => last;

/** An error in words. Plugins throw what they like, also what has no words. */
export function textOf(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } catch {
    return 'something without a text';
  }
}
