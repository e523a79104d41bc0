import { expect, it, vi } from 'vitest';
import type { Isolated } from '../../../../plugin/classic/isolation/isolated';
import { guardTimers } from '../../../../plugin/classic/isolation/timers';
import { asOwner, newListening, type Owner, runningOwner } from '../../../../plugin/classic/streams/owner';

/** A window whose timers run when a test says so. */
function page() {
  const waiting = new Map<number, () => void>();
  let count = 0;
  const set = (run: () => void) => {
    count += 1;
    waiting.set(count, run);
    return count;
  };
  const clear = (id: number) => void waiting.delete(id);
  const view = {
    ...{ setTimeout: set, setInterval: set, clearTimeout: clear, clearInterval: clear },
    eval: vi.fn((text: string) => {
      if (text === 'throw') throw new Error('thrown');
      return [text, runningOwner()?.id];
    }),
  };
  guardTimers({
    view: view as unknown as Isolated['view'],
    caller: runningOwner,
    report: () => {},
    notice: () => {},
  });
  return { view, pass: () => [...waiting.values()].map((run) => run()), count: () => waiting.size };
}
const said: string[] = [];
const owner: Owner = {
  ...{ id: 'one', name: 'One', listening: newListening() },
  report: (sentence) => void said.push(sentence),
  limit: (sentence) => void said.push(sentence),
};

it('lets a plugin answer for a timer that it gives as text, and for its errors', () => {
  const { view, pass } = page();
  asOwner(owner, () => Reflect.apply(view.setTimeout, view, ['go()']));
  pass();
  expect(view.eval.mock.results[0]?.value).toEqual(['go()', 'one']);
  asOwner(owner, () => Reflect.apply(view.setTimeout, view, ['throw']));
  expect(pass).not.toThrow();
  expect(said.at(-1)).toBe('the timer "throw" threw: Error: thrown');
});

it('counts timers of either form', () => {
  const { view, count } = page();
  const texts = asOwner(owner, () =>
    Array.from({ length: 300 }, (_, n) => Reflect.apply(view.setInterval, view, [n % 2 ? 'go()' : () => {}])),
  );
  expect(texts.filter((id) => Number(id) > 0)).toHaveLength(200);
  expect(count()).toBe(200);
});
