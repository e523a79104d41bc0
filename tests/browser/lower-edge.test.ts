import { afterAll, beforeAll, expect, test } from 'vitest';
import { PREVIEW_VIEWS } from '../../panel/preview/preview-views';
import { BUILT, built } from '../prebuild/built';
import { launchChromium } from './harness/browser';
import { servePreview, showView } from './support/preview';

let chromium: Awaited<ReturnType<typeof launchChromium>>;
let preview: Awaited<ReturnType<typeof servePreview>>;

beforeAll(async () => {
  preview = await servePreview(built(BUILT.preview));
  chromium = await launchChromium();
});
afterAll(async () => {
  await chromium?.close();
  await preview?.close();
});

const show = async (name: string, height = 640) => {
  const view = PREVIEW_VIEWS.find((each) => each.name === name);
  if (!view) throw new Error(`There is no view ${name}.`);
  const page = await chromium.browser.newPage();
  await page.setViewport({ width: 360, height });
  await showView(page, preview.base, view);
  return page;
};

test('the note about a typed PIN keeps off what gets the focus, and off the end of the view', async () => {
  const page = await show('dock-typed-pin');
  const lies = (selector: string) =>
    page.evaluate((name) => {
      const box = document.querySelector(name)?.getBoundingClientRect();
      const note = document.querySelector('.dock-typed-pin')?.getBoundingClientRect();
      return box && note && (box.bottom <= note.top ? 'above it' : 'below it');
    }, selector);
  expect(await lies('.call button.small')).toBe('below it');
  // The measure of the note comes with the next frame.
  await expect
    .poll(async () => {
      await page.evaluate(() => {
        scrollTo(0, 0);
        document.querySelector<HTMLElement>('.call button.small')?.blur();
        document.querySelector<HTMLElement>('.call button.small')?.focus();
      });
      return lies('.call button.small');
    })
    .toBe('above it');
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  expect(await lies('.panel > main')).toBe('above it');
});

test.each([
  { name: 'calls-contested', over: '.notices', height: '--notices' },
  { name: 'dock-typed-pin', over: '.dock-typed-pin', height: '--typed-pin' },
])(
  '$name: the summary of calls stays at the edge, and nothing lies over it',
  async ({ name, over, height }) => {
    const page = await show(name, 520);
    const look = (selector: string, top: number) =>
      page.evaluate(
        async (of, to) => {
          scrollTo(0, to);
          // What is scrolled is told of with the next frame.
          for (let frames = 0; frames < 2; frames++)
            await new Promise((drawn) => requestAnimationFrame(drawn));
          const boxOf = (name: string) =>
            document.querySelector(name)?.getBoundingClientRect() ?? new DOMRect();
          const [summary, box] = [boxOf('.calls-summary'), boxOf(of)];
          return {
            isLast: scrollY < to,
            edge: innerHeight - summary.bottom,
            isCovered: box.height > 0 && box.top < summary.bottom - 0.5 && box.bottom > summary.top + 0.5,
            isAbove: box.bottom <= summary.top + 0.5,
          };
        },
        selector,
        top,
      );
    const measured = () =>
      page.evaluate(
        (of) => Number.parseFloat(document.documentElement.style.getPropertyValue(of)) || 0,
        height,
      );
    await expect.poll(measured).toBeGreaterThan(0);
    const covered: number[] = [];
    const met: number[] = [];
    let last = await look(over, 0);
    for (let top = 0; !last.isLast; top += 10) {
      last = await look(over, top);
      if (last.isCovered) covered.push(top);
      if (last.isAbove && Math.abs(last.edge) < 0.5) met.push(top);
    }
    // Where its own place is further down, it is at the edge itself.
    expect(met).not.toEqual([]);
    expect(covered).toEqual([]);
    // At the end there is room below it.
    expect(last.isAbove).toBe(false);
  },
);
