// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Isolated } from '../../../../plugin/classic/isolation/isolated';
import { watchParts } from '../../../../plugin/classic/isolation/page-parts';
import { asOwner, entering } from '../../../../plugin/classic/streams/owner';
import { anOwner } from './support/owner';

const told: string[] = [];
const givenUp: unknown[] = [];
const plugin = (id: string) => anOwner(id, (sentence) => void told.push(`${id}: ${sentence}`));
const [one, sibling] = [plugin('one'), plugin('sibling')];
const main = document.createElement('main');
const style = document.createElement('link');
const { head, body } = document;

beforeAll(() => {
  head.append(style);
  body.append(main);
  const view = window as unknown as Isolated['view'];
  watchParts(view, [style, main], (by) => void givenUp.push(by?.id));
});
beforeEach(() => {
  told.length = 0;
});
const observed = () => new Promise((resolve) => setTimeout(resolve));

it.each([
  ['emptied', () => body.replaceChildren()],
  ['led to another body', () => body.replaceWith(document.createElement('body'))],
  ['without a head', () => head.remove()],
  ['put into a shadow tree', () => inShadow().append(main)],
  ['of a frameset', () => body.replaceWith(document.createElement('frameset'))],
])('puts back a page that is %s', async (_, change) => {
  asOwner(one, () => void change());
  asOwner(sibling, () => undefined);
  await observed();
  expect([document.head === head, document.body === body]).toEqual([true, true]);
  expect([body.contains(main), head.contains(style)]).toEqual([true, true]);
  expect(new Set(told)).toEqual(
    new Set(['one: it removed parts of the page that all plugins share. They are back.']),
  );
});

function inShadow(): ShadowRoot {
  const holder = document.createElement('div');
  body.append(holder);
  return holder.attachShadow({ mode: 'open' });
}

it('leaves what stands elsewhere in the page', async () => {
  const box = document.createElement('div');
  box.append(...body.children);
  body.append(box);
  await observed();
  expect(main.parentElement).toBe(box);
  expect(told).toEqual([]);
  expect(givenUp).toEqual([]);
});

it('gives up on a plugin that takes out each time what is put back', async () => {
  let taken = 0;
  const takeOut = () => {
    // Far more often than it takes to find out: without an end, this test would have none.
    if (!main.isConnected || taken === 500) return;
    taken += 1;
    main.remove();
  };
  const observers = [
    new MutationObserver(entering(one, takeOut)),
    new MutationObserver(entering(sibling, () => {})),
  ];
  for (const each of observers) each.observe(document, { childList: true, subtree: true });
  body.append(document.createElement('p'));
  for (let turn = 0; turn < 600 && givenUp.length === 0; turn += 1) await observed();
  for (const each of observers) each.disconnect();
  expect(givenUp).toEqual(['one']);
  expect(taken).toBeLessThan(100);
});
