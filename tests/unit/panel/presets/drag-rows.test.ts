// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dragRows } from '../../../../panel/presets/drag-rows';
import type { DropTarget } from '../../../../settings/presets/arrange';
import { eventually } from '../fixture';

const ROW = 100;
const COUNT = 40;

describe('rows that are dragged', () => {
  let stop: AbortController;
  let scrolled = 0;
  let drops: [string, DropTarget][] = [];
  const rows = () => [...document.querySelectorAll<HTMLElement>('[data-preset]')];
  const scrollTo = (top: number) => {
    scrolled = Math.max(0, Math.min(top, COUNT * ROW - window.innerHeight));
    window.dispatchEvent(new Event('scroll'));
  };
  const point = (name: string, y: number, target: EventTarget = document) =>
    target.dispatchEvent(new PointerEvent(name, { clientY: y, button: 0, bubbles: true, cancelable: true }));

  beforeEach(() => {
    stop = new AbortController();
    scrolled = 0;
    drops = [];
    document.body.replaceChildren();
    for (let at = 0; at < COUNT; at++) {
      const row = document.createElement('li');
      row.dataset.preset = String(at);
      document.body.append(row);
    }
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
      return DOMRect.fromRect({ y: Number(this.dataset.preset) * ROW - scrolled, height: ROW });
    });
    vi.spyOn(window, 'scrollBy').mockImplementation((by) => scrollTo(scrolled + (Object(by).top ?? 0)));
    dragRows(document.body, stop.signal, (...drop) => drops.push(drop));
  });
  afterEach(() => {
    stop.abort();
    vi.restoreAllMocks();
  });

  it('are put beside what is under the pointer, also after something was scrolled', () => {
    point('pointerdown', 50, rows()[0]);
    point('pointermove', 260);
    scrollTo(500);
    point('pointerup', 260);
    expect(drops).toEqual([['0', { id: '7', side: 'after' }]]);
  });

  it('scroll the window at its lower edge, as far as it goes', async () => {
    point('pointerdown', 50, rows()[0]);
    const y = window.innerHeight - 1;
    point('pointermove', y);
    await eventually(() => expect(scrolled).toBe(COUNT * ROW - window.innerHeight));
    point('pointerup', y);
    expect(drops).toEqual([['0', { id: String(COUNT - 1), side: 'after' }]]);
    expect(vi.mocked(window.scrollBy)).toHaveBeenCalled();
  });

  it('scroll nothing in between, nor once they are dropped', async () => {
    point('pointerdown', 50, rows()[0]);
    point('pointermove', 400);
    point('pointerup', 400);
    scrollTo(300);
    await new Promise((drawn) => requestAnimationFrame(drawn));
    expect(scrolled).toBe(300);
    expect(drops).toHaveLength(1);
  });
});
