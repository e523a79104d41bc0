import { describe, expect, test } from 'vitest';
import { PREVIEW_VIEWS } from '../../panel/preview/preview-views';
import { browsers, type Surface } from './harness/browser';
import { framedPreview } from './support/framed-preview';

describe.each(browsers)('the lower edge of the panel, in $name', ({ launch }) => {
  const preview = framedPreview(launch);

  /** Shows a view once all of it is there that it waits for. */
  const show = async (name: string, height = 640): Promise<Surface> => {
    const view = PREVIEW_VIEWS.find((each) => each.name === name);
    if (!view) throw new Error(`No view is named ${name}.`);
    const frame = await preview.show({ language: 'en', state: view.state }, height, 360);
    for (const selector of ['.calls-summary', ...(view.steps ?? []).map(([, awaited]) => awaited)])
      await frame.waitFor(selector, (awaited) => document.querySelector(awaited) !== null, selector);
    return frame;
  };

  test('the note about a typed PIN keeps off what gets the focus, and off the end of the view', async () => {
    const frame = await show('dock-typed-pin');
    const lies = (selector: string) =>
      frame.evaluate((name) => {
        const box = document.querySelector(name)?.getBoundingClientRect();
        const note = document.querySelector('.dock-typed-pin')?.getBoundingClientRect();
        return box && note && (box.bottom <= note.top ? 'above it' : 'below it');
      }, selector);
    expect(await lies('.call button.small')).toBe('below it');
    // The measure of the note comes with the next frame.
    await expect
      .poll(async () => {
        await frame.evaluate(() => {
          scrollTo(0, 0);
          document.querySelector<HTMLElement>('.call button.small')?.blur();
          document.querySelector<HTMLElement>('.call button.small')?.focus();
        });
        return lies('.call button.small');
      })
      .toBe('above it');
    // What is loaded last, the history below the calls, makes the view longer.
    await frame.waitFor('the history', () => document.querySelector('.earlier') !== null);
    await frame.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    // The note leaves its place above the summary with the next frame.
    await expect.poll(() => lies('.panel > main')).toBe('above it');
  });

  test.each([
    { name: 'calls-contested', over: '.notices', height: '--notices' },
    { name: 'dock-typed-pin', over: '.dock-typed-pin', height: '--typed-pin' },
  ])(
    '$name: the summary of calls stays at the edge, and nothing lies over it',
    async ({ name, over, height }) => {
      const frame = await show(name, 520);
      await frame.waitFor(
        'the measure of what lies there',
        (of) => Number.parseFloat(document.documentElement.style.getPropertyValue(of)) > 0,
        height,
      );
      const { covered, met, isAboveAtEnd } = await frame.evaluate(async (selector) => {
        const boxOf = (name: string) => document.querySelector(name)?.getBoundingClientRect();
        const found = { covered: [] as number[], met: [] as number[], isAboveAtEnd: true };
        for (let top = 0, isLast = false; !isLast; top += 10) {
          scrollTo(0, top);
          // What is scrolled is told of with the next frame.
          for (let frames = 0; frames < 2; frames++)
            await new Promise((drawn) => requestAnimationFrame(drawn));
          const [summary, box] = [boxOf('.calls-summary'), boxOf(selector)];
          if (!summary || !box) throw new Error(`The page shows no summary of calls, or no ${selector}.`);
          isLast = scrollY < top;
          const isAbove = box.bottom <= summary.top + 0.5;
          if (box.height > 0 && box.top < summary.bottom - 0.5 && !isAbove) found.covered.push(top);
          if (isAbove && Math.abs(innerHeight - summary.bottom) < 0.5) found.met.push(top);
          found.isAboveAtEnd = isAbove;
        }
        return found;
      }, over);
      // Where its own place is further down, it is at the edge itself.
      expect(met).not.toEqual([]);
      expect(covered).toEqual([]);
      // At the end there is room below it.
      expect(isAboveAtEnd).toBe(false);
    },
  );
});
