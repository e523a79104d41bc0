// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { watchEntries } from '../../../../plugin/classic/isolation/entries';
import type { Isolated } from '../../../../plugin/classic/isolation/isolated';
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
const later: (() => void)[] = [];
const view = Object.assign(Object.create(null), {
  ...{ EventTarget, Target, MutationObserver: Observer },
  requestAnimationFrame: (run: () => void) => later.push(run),
}) as Isolated['view'] & { Target: typeof Target };
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
  watchEntries({ view, caller: runningOwner, report: () => {}, notice: () => {} });
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

it('leaves alone what the host does by itself', () => {
  const target = new Target();
  target.addEventListener('poke', enter);
  target.poke();
  view.requestAnimationFrame(enter);
  later.pop()?.();
  expect(entered).toEqual([undefined, undefined]);
});
