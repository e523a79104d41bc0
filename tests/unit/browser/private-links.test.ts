// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { until } from '../../until';

// In the place of the polyfill, which throws outside an extension.
vi.mock('../../../browser/browser', () => ({
  get browser() {
    return Reflect.get(globalThis, 'browser');
  },
}));

const create = vi.fn();
const openOf = window.open;

beforeEach(() => {
  vi.resetModules();
  create.mockClear();
  const { settings } = (window as unknown as { happyDOM: { settings: { navigation: object } } }).happyDOM;
  Object.assign(settings.navigation, { disableMainFrameNavigation: true, disableChildPageNavigation: true });
  document.body.innerHTML =
    '<a href="https://example.com/linked" target="_blank"><b>A link</b></a><a href="#here">A heading</a>';
});
afterEach(() => {
  vi.unstubAllGlobals();
  window.open = openOf;
});

/** Has the panel of a browser with this API open everything in its own window, which has the id 7. */
async function start(more: object = {}): Promise<void> {
  const windows = { getCurrent: async () => ({ id: 7 }), create };
  vi.stubGlobal('browser', { windows, tabs: { create }, ...more });
  (await import('../../../browser/private-links')).openInThisWindow();
}

/** Presses a button of the mouse on an element, and returns whether the browser would follow it. */
function press(selector: string, button = 0): boolean {
  const type = button === 0 ? 'click' : 'auxclick';
  let isFollowed = false;
  const onEvent = (event: Event) => {
    isFollowed = !event.defaultPrevented;
    event.preventDefault();
  };
  window.addEventListener(type, onEvent, { once: true });
  const event = new MouseEvent(type, { button, bubbles: true, cancelable: true });
  document.querySelector(selector)?.dispatchEvent(event);
  return isFollowed;
}

it.each([0, 1])('opens a link in the window of the panel, with the mouse button %i', async (button) => {
  await start();
  expect(press('b', button)).toBe(false);
  await until(() =>
    expect(create.mock.calls[0]).toEqual([{ url: 'https://example.com/linked', windowId: 7 }]),
  );
});

it('leaves to the browser its menu, and what leads to a place in the panel', async () => {
  await start();
  // The panels of the tests before still listen: each opens a link once.
  press('b');
  await until(() => expect(create).toHaveBeenCalled());
  const { length: opened } = create.mock.calls;
  create.mockClear();
  expect([press('b', 2), press('a:not([target])')]).toEqual([true, true]);
  // Had they opened anything, it would have come before this.
  press('b');
  await until(() => expect(create).toHaveBeenCalled());
  expect(create).toHaveBeenCalledTimes(opened);
});

it('opens a popup window that is private, too', async () => {
  await start();
  window.open('https://example.com/chat', '_blank', 'noopener,popup,width=420,height=720');
  expect(create.mock.calls).toEqual([
    [{ url: 'https://example.com/chat', type: 'popup', incognito: true, width: 420, height: 720 }],
  ]);
});
