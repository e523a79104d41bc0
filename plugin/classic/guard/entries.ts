import { asOwner, type Owner } from '../streams/owner';
import type { Guarded } from './guarded';

type Callable = (this: unknown, ...given: unknown[]) => unknown;
const isCallable = (value: unknown): value is Callable => typeof value === 'function';

/** The browser's own, whatever becomes of it. */
const { then } = Promise.prototype;

/** Functions to which plugins give a callback, which the browser calls later. */
const TAKING = ['requestAnimationFrame', 'requestIdleCallback', 'queueMicrotask'];
const OBSERVERS = ['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'PerformanceObserver'];
/** Functions of the window that promise what comes from outside. */
const PROMISING = ['fetch', 'createImageBitmap'];

/**
 * Lets each plugin answer for what the browser calls of it: its listeners, its observers and what it awaits.
 * Timers have a guard of their own.
 */
export function watchEntries({ view, caller }: Guarded): void {
  const own = (given: unknown[]) => {
    const owner = given.some(isCallable) ? caller() : undefined;
    return owner ? given.map((each) => (isCallable(each) ? entering(owner, each) : each)) : given;
  };
  const replace = (target: object, name: string, make: (original: Callable) => Callable) => {
    const original: unknown = Reflect.get(target, name);
    if (isCallable(original)) Reflect.set(target, name, make(original));
  };
  const { prototype: promise } = view.Promise;
  for (const [target, name] of [...TAKING.map((each) => [view, each] as const), [promise, 'then'] as const]) {
    replace(
      target,
      name,
      (original) =>
        function (...given) {
          return Reflect.apply(original, this, own(given));
        },
    );
  }
  for (const name of OBSERVERS) {
    const observer: unknown = Reflect.get(view, name);
    if (!isCallable(observer)) continue;
    const construct = (target: Callable, given: unknown[], asked: Callable): object =>
      Reflect.construct(target, own(given), asked);
    Reflect.set(view, name, new Proxy(observer, { construct }));
  }
  for (const name of PROMISING) {
    replace(
      view,
      name,
      (original) =>
        function (...given) {
          return promisedTo(caller(), Reflect.apply(original, this, given));
        },
    );
  }
  watchListeners(view, caller);
  watchHandlers(view, caller);
}

/** Makes a plugin the owner of what its function does, also when the browser calls it. */
function entering(owner: Owner, run: Callable): Callable {
  return function (...given) {
    return asOwner(owner, () => Reflect.apply(run, this, given));
  };
}

/**
 * Lets a plugin answer for what it does with a promise. `await` asks a promise for `then` only where the
 * constructor is not the browser's own.
 */
export function promisedTo<T>(owner: Owner | undefined, promise: T): T {
  if (!owner || !(promise instanceof Promise)) return promise;
  const thenOf = (...given: unknown[]): unknown =>
    Reflect.apply(
      then,
      promise,
      given.map((each) => (isCallable(each) ? entering(owner, each) : each)),
    );
  return Object.defineProperties(promise, {
    constructor: { configurable: true, value: undefined },
    // biome-ignore lint/suspicious/noThenProperty: a promise has it.
    then: { configurable: true, value: thenOf },
  });
}

function watchListeners(view: Guarded['view'], caller: Guarded['caller']): void {
  const { prototype } = view.EventTarget;
  const { addEventListener: add, removeEventListener: remove } = prototype;
  const wrapped = new WeakMap<object, Callable>();
  Reflect.set(prototype, 'addEventListener', function (this: unknown, ...given: unknown[]): void {
    const [type, listener, options] = given;
    const isListener = isCallable(listener) || (typeof listener === 'object' && listener !== null);
    const owner = isListener ? caller() : undefined;
    let run = listener;
    if (isListener && owner) {
      run = wrapped.get(listener) ?? entering(owner, listening(listener));
      wrapped.set(listener, run as Callable);
    }
    Reflect.apply(add, this, [type, run, options] as Parameters<typeof add>);
  });
  Reflect.set(prototype, 'removeEventListener', function (this: unknown, ...given: unknown[]): void {
    const [type, listener, options] = given;
    const run =
      typeof listener === 'object' || isCallable(listener) ? wrapped.get(Object(listener)) : undefined;
    if (run) Reflect.apply(remove, this, [type, run, options] as Parameters<typeof remove>);
    Reflect.apply(remove, this, given as Parameters<typeof remove>);
  });
}

/** A listener in one form for its two: a function, or an object that has one. */
const listening = (listener: Callable | object): Callable =>
  isCallable(listener)
    ? listener
    : (event) => {
        const handle: unknown = Reflect.get(listener, 'handleEvent');
        if (isCallable(handle)) Reflect.apply(handle, listener, [event]);
      };

/** The properties `onclick`, `onmessage` and their like, of whatever has them. */
function watchHandlers(view: Guarded['view'], caller: Guarded['caller']): void {
  const originals = new WeakMap<object, Callable>();
  for (const target of withHandlers(view)) {
    for (const [name, { get, set }] of Object.entries(Object.getOwnPropertyDescriptors(target))) {
      if (!/^on[a-z]/.test(name) || !get || !set) continue;
      Object.defineProperty(target, name, {
        configurable: true,
        enumerable: true,
        get() {
          const handler: unknown = Reflect.apply(get, this, []);
          return isCallable(handler) ? (originals.get(handler) ?? handler) : handler;
        },
        set(handler: unknown) {
          const owner = isCallable(handler) ? caller() : undefined;
          if (!owner || !isCallable(handler)) return Reflect.apply(set, this, [handler]);
          const run = entering(owner, handler);
          originals.set(run, handler);
          Reflect.apply(set, this, [run]);
        },
      });
    }
  }
}

/** The window, and all that events can happen to. */
function withHandlers(view: Guarded['view']): object[] {
  const prototypes = Object.entries(Object.getOwnPropertyDescriptors(view)).flatMap(([name, { value }]) => {
    const prototype: unknown = /^[A-Z]/.test(name) && isCallable(value) ? value.prototype : undefined;
    return prototype instanceof view.EventTarget ? [prototype] : [];
  });
  return [view, ...prototypes];
}
