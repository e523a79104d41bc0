// @vitest-environment happy-dom
import { beforeAll, expect, it, vi } from 'vitest';
import { watchInlineHandlers } from '../../../../plugin/classic/isolation/handlers';
import type { Isolated } from '../../../../plugin/classic/isolation/isolated';
import { asOwner, type Owner, runningOwner } from '../../../../plugin/classic/streams/owner';
import { anOwner } from './support/owner';

const [one, other] = [anOwner('one'), anOwner('other')];

type Handler = () => unknown;
/** Handlers as a browser makes them of attributes, with their owners. */
const made = new WeakMap<Element, { handler: Handler; owner?: Owner | undefined }>();

beforeAll(() => {
  const { prototype } = window.HTMLElement;
  Object.defineProperty(prototype, 'onpoke', {
    configurable: true,
    get(this: Element) {
      if (!made.has(this) && this.hasAttribute('onpoke')) made.set(this, { handler: () => undefined });
      return made.get(this)?.handler;
    },
    // As entries.ts does it where a plugin sets a handler.
    set(this: Element, handler: Handler) {
      made.set(this, { handler, owner: runningOwner() });
    },
  });
  const view = window as unknown as Isolated['view'];
  watchInlineHandlers({ view, caller: runningOwner, report: () => {}, notice: () => {} });
});
const ownerOf = (element: Element | null) => (element ? made.get(element)?.owner?.id : undefined);
const observed = () => new Promise((resolve) => setTimeout(resolve));

it('lets a plugin answer for a handler in HTML that is in no document', () => {
  const box = document.createElement('div');
  asOwner(one, () => {
    box.innerHTML = '<p><b onpoke="go()">x</b></p>';
  });
  expect(ownerOf(box.querySelector('b'))).toBe('one');
});

it('lets a plugin answer for a handler that it sets as an attribute', () => {
  const button = document.createElement('button');
  asOwner(one, () => button.setAttribute('onpoke', 'go()'));
  expect(ownerOf(button)).toBe('one');
});

it('lets the plugin that ran last answer for what comes into the document by another way', async () => {
  asOwner(one, () => document.body.insertAdjacentHTML('beforeend', '<i onpoke="go()">x</i>'));
  await observed();
  const element = document.querySelector('i');
  expect(ownerOf(element)).toBe('one');
  // It stays so when others move it.
  asOwner(other, () => document.body.prepend(element ?? ''));
  await observed();
  expect(ownerOf(element)).toBe('one');
});

it('looks at what moves again and again once', async () => {
  const box = document.createElement('div');
  box.innerHTML = '<p>x</p>'.repeat(100);
  const rest = document.createElement('div');
  document.body.append(box, rest);
  await observed();
  const looked = vi.spyOn(window.Element.prototype, 'getAttributeNames');
  asOwner(one, () => {
    for (let turn = 0; turn < 100; turn += 1) (turn % 2 ? document.body : rest).append(box);
    for (const row of [...box.children]) box.prepend(row);
  });
  await observed();
  expect(looked.mock.calls.length).toBeLessThan(300);
});
