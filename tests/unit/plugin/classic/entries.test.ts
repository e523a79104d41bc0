// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { promisedTo, watchEntries } from '../../../../plugin/classic/guard/entries';
import type { Guarded } from '../../../../plugin/classic/guard/guarded';
import { asOwner, newListening, type Owner, runningOwner } from '../../../../plugin/classic/streams/owner';

/** A window of these tests' own, since what is watched stays so. */
class Target extends EventTarget {
  #handler: unknown = null;
  get onpoke(): unknown {
    return this.#handler;
  }
  set onpoke(handler: unknown) {
    this.#handler = handler;
  }
  poke() {
    this.dispatchEvent(new Event('poke'));
    if (typeof this.#handler === 'function') return this.#handler('poked');
  }
}
class Observer {
  constructor(readonly call: () => void) {}
}
class Answer {
  json = () => Promise.resolve({});
}
/** A promise of this window's own: the tests' own promises stay as they are. */
class Later<T> extends Promise<T> {
  // biome-ignore lint/suspicious/noThenProperty: a promise has it.
  override then: Promise<T>['then'] = (...given) => Reflect.apply(super.then, this, given);
}

const later: (() => void)[] = [];
const view = Object.assign(Object.create(null), {
  ...{ EventTarget, Target, MutationObserver: Observer, Response: Answer, Promise: Later },
  requestAnimationFrame: (run: () => void) => later.push(run),
  fetch: () => Promise.resolve('fetched'),
}) as Guarded['view'] & { Target: typeof Target };
const plugin: Owner = {
  ...{ id: 'one', name: 'One', listening: newListening() },
  report: () => {},
  limit: () => {},
};
const { addEventListener, removeEventListener } = EventTarget.prototype;

let entered: unknown[] = [];
const enter = () => void entered.push(runningOwner()?.id);
beforeEach(() => {
  Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
  watchEntries({ view, caller: runningOwner, tell: () => {}, notice: () => {} });
  entered = [];
});
const forPlugin = <R>(run: () => R): R => asOwner(plugin, run);

it('lets a plugin answer for its listeners, and takes them back', () => {
  const target = new Target();
  const object = { handleEvent: enter };
  forPlugin(() => target.addEventListener('poke', enter));
  forPlugin(() => target.addEventListener('poke', enter));
  forPlugin(() => target.addEventListener('poke', object));
  target.poke();
  expect(entered).toEqual(['one', 'one']);
  target.removeEventListener('poke', enter);
  target.removeEventListener('poke', object);
  target.poke();
  expect(entered).toHaveLength(2);
});

it('lets a plugin answer for the handlers that it sets, and gives them back as they were', () => {
  const target = new Target();
  forPlugin(() => {
    target.onpoke = enter;
  });
  expect(target.onpoke).toBe(enter);
  target.poke();
  expect(entered).toEqual(['one']);
});

it('lets a plugin answer for frames and observers', () => {
  forPlugin(() => view.requestAnimationFrame(enter));
  later.pop()?.();
  forPlugin(() => Reflect.get(new view.MutationObserver(enter), 'call'))();
  expect(entered).toEqual(['one', 'one']);
});

it.each([
  ['fetches', () => view.fetch('')],
  ['is promised by this host', () => promisedTo(plugin, new Promise((resolve) => setTimeout(resolve)))],
])('lets a plugin answer for what follows when it %s', async (_, ask) => {
  const promise = forPlugin(ask);
  // An await asks for `then`, which is called as the plugin's.
  await new Promise<void>((resolve) => promise.then(() => resolve(enter())));
  expect(entered).toEqual(['one']);
  expect(promise).toBeInstanceOf(Promise);
  expect(Reflect.get(promise, 'constructor')).not.toBe(Promise);
  await promise;
});

it('leaves alone what the host does by itself', () => {
  const target = new Target();
  target.addEventListener('poke', enter);
  target.poke();
  view.requestAnimationFrame(enter);
  later.pop()?.();
  expect(entered).toEqual([undefined, undefined]);
});
