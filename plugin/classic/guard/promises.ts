import { LANGUAGE } from '../obstacles/built-ins';
import type { Owner } from '../streams/owner';

type Callable = (this: unknown, ...given: unknown[]) => unknown;
type Wrap = (owner: Owner | undefined, promise: unknown) => unknown;

/**
 * Finds whatever the browser promises, such as a clipboard's text or a digest, and lets the plugin that asks
 * answer for what it does with it. No function of this host runs between such a promise and the plugin.
 */
export function watchPromises(view: Window, caller: () => Owner | undefined, wrap: Wrap): void {
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(view))) {
    if (!/^[A-Z]/.test(name) || LANGUAGE.includes(name) || typeof value !== 'function') continue;
    const prototype: unknown = value.prototype;
    if (prototype !== Object(prototype)) continue;
    for (const [key, part] of Object.entries(Object.getOwnPropertyDescriptors(Object(prototype)))) {
      if (!part.configurable || key === 'constructor') continue;
      const { value: method, get }: { value?: unknown; get?: unknown } = part;
      if (promises(method)) part.value = watched(method);
      else if (promises(get)) part.get = watched(get);
      else continue;
      Object.defineProperty(prototype, key, part);
    }
  }

  function watched(original: Callable): Callable {
    return function (...given) {
      return wrap(caller(), Reflect.apply(original, this, given));
    };
  }
}

/**
 * Whether a function of the browser's promises something. Asked of an object that is not its own, it does
 * nothing: one that promises rejects its promise then, and any other throws.
 * @see https://webidl.spec.whatwg.org/#dfn-create-operation-function
 */
function promises(part: unknown): part is Callable {
  if (typeof part !== 'function') return false;
  try {
    const result: unknown = Reflect.apply(part, {}, []);
    if (!(result instanceof Promise)) return false;
    result.catch(() => undefined);
    return true;
  } catch {
    return false;
  }
}
