// @vitest-environment happy-dom
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { mountOptions } from '../../../../panel/options/mount';
import { mountWelcome } from '../../../../panel/welcome/mount';
import { memoryStorage } from '../../../../settings/storage/memory';
import { byId, eventually } from '../fixture';

const shortcuts = { read: async () => [{ name: 'focus-destination', key: 'Alt+Shift+G' }] };

beforeEach(() => {
  document.body.innerHTML = '<div id="root"></div>';
});

it.each([
  {
    page: 'the options',
    mount: (signal: AbortSignal) =>
      mountOptions(byId('root'), { storage: memoryStorage(), signal, shortcuts }),
    says: /Alt\+Shift\+G/,
  },
  {
    page: 'the welcome page',
    mount: (signal: AbortSignal) =>
      mountWelcome(byId('root'), { shortcuts, openOptions: () => {} }, memoryStorage(), signal),
    says: /Press Alt\+Shift\+G to open the panel and go to Destination/,
  },
])('$page tells that Firefox leaves the keyboard in the page', async ({ mount, says }) => {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  mount(stop.signal);
  await eventually(() => {
    const text = document.body.textContent ?? '';
    expect(text).toMatch(says);
    expect(text).toMatch(/Firefox[^.]*keyboard[^.]* in the page/);
  });
});
