import { replacesShared } from '../obstacles/obstacles';
import { asOwner, entering } from '../streams/owner';
import type { Isolated } from './isolated';

type Given = Parameters<Promise<unknown>['then']>;

/**
 * Blames a plugin for what it does with any promise, its own or not: with `then`, and after an `await`.
 *
 * An `await` or a `for await` calls nothing of a promise. It asks for its constructor alone, at once, and
 * whatever `import()` or an async function promises passes through no other hands.
 * @see https://tc39.es/ecma262/#sec-promise-resolve
 */
export function watchPromises({ view, caller, report }: Isolated): void {
  const { Promise: promised } = view;
  const { prototype } = promised;
  // The browser's own: a plugin may replace it later.
  const { then } = prototype;
  let isAsking = false;

  /** Adds reactions. Where the browser makes the promise of them, it asks for the constructor too. */
  function react(promise: unknown, given: Given): unknown {
    isAsking = true;
    try {
      return Reflect.apply(then, promise, given);
    } finally {
      isAsking = false;
    }
  }

  Reflect.set(prototype, 'then', function (this: unknown, ...given: Given): unknown {
    const owner = given.some((each) => typeof each === 'function') ? caller() : undefined;
    if (!owner) return react(this, given);
    const own = given.map((each) => (typeof each === 'function' ? entering(owner, each) : each));
    return react(this, own as Given);
  });

  /** Puts the plugin's name before what it does next: reactions run in the order in which they came. */
  function follow(promise: unknown): void {
    const owner = caller();
    if (!owner) return;
    const enter = () => asOwner(owner, () => undefined);
    try {
      react(promise, [enter, enter]);
    } catch {
      // An object that is only made after a promise.
    }
  }

  Object.defineProperty(prototype, 'constructor', {
    configurable: false,
    enumerable: false,
    get(this: unknown) {
      if (!isAsking && this instanceof promised) follow(this);
      return promised;
    },
    set(this: unknown, value: unknown) {
      if (this === prototype) return report(replacesShared('Promise.prototype.constructor'));
      const own = { configurable: true, enumerable: true, writable: true, value };
      Reflect.defineProperty(Object(this), 'constructor', own);
    },
  });
}
