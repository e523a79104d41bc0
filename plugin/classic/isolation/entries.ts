import { entering } from '../streams/owner';
import type { Isolated } from './isolated';

type Callable = (this: unknown, ...given: unknown[]) => unknown;
const isCallable = (value: unknown): value is Callable => typeof value === 'function';

/** Functions to which plugins give a callback, which the browser calls later. */
const TAKING = ['requestAnimationFrame', 'requestIdleCallback', 'queueMicrotask'];
const OBSERVERS = ['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'PerformanceObserver'];

/**
 * Lets each plugin answer for what the browser calls of it: its listeners and its observers. Timers and
 * promises are watched elsewhere.
 */
export function watchEntries({ view, caller }: Isolated): void {
  const own = (given: unknown[]) => {
    const owner = given.some(isCallable) ? caller() : undefined;
    return owner ? given.map((each) => (isCallable(each) ? entering(owner, each) : each)) : given;
  };
  for (const name of TAKING) {
    const original: unknown = Reflect.get(view, name);
    if (!isCallable(original)) continue;
    Reflect.set(view, name, function (this: unknown, ...given: unknown[]) {
      return Reflect.apply(original, this, own(given));
    });
  }
  for (const name of OBSERVERS) {
    const observer: unknown = Reflect.get(view, name);
    if (!isCallable(observer)) continue;
    const construct = (target: Callable, given: unknown[], asked: Callable): object =>
      Reflect.construct(target, own(given), asked);
    Reflect.set(view, name, new Proxy(observer, { construct }));
  }
  watchListeners(view, caller);
  watchHandlers(view, caller);
}

function watchListeners(view: Isolated['view'], caller: Isolated['caller']): void {
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
function watchHandlers(view: Isolated['view'], caller: Isolated['caller']): void {
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
function withHandlers(view: Isolated['view']): object[] {
  const prototypes = Object.entries(Object.getOwnPropertyDescriptors(view)).flatMap(([name, { value }]) => {
    const prototype: unknown = /^[A-Z]/.test(name) && isCallable(value) ? value.prototype : undefined;
    return prototype instanceof view.EventTarget ? [prototype] : [];
  });
  return [view, ...prototypes];
}
