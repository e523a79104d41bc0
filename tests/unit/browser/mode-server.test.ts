import { beforeEach, expect, it, vi } from 'vitest';
import type { Mode } from '../../../protocol/mode';
import { fakeEvent } from './fake-event';

const { onMessage } = vi.hoisted(() => ({ onMessage: { current: {} as ReturnType<typeof fakeEvent> } }));

// In the place of the polyfill, which throws outside an extension.
vi.mock('../../../browser/browser', () => ({
  browser: {
    runtime: {
      get onMessage() {
        return onMessage.current;
      },
    },
  },
}));

const SITE = 'https://portal.example.com';
const page = { tab: { id: 7, incognito: false }, url: `${SITE}/room`, origin: SITE };
const kept: [origin: string, mode: Mode][] = [];

beforeEach(async () => {
  onMessage.current = fakeEvent();
  kept.length = 0;
  const { serveModes } = await import('../../../browser/mode-server');
  serveModes(
    async (origin) => (origin === SITE ? 'watch' : 'drive'),
    async (...choice) => void kept.push(choice),
  );
});

const wanted = (sender: object) =>
  new Promise((answer) => onMessage.current.fire({ type: 'mode-wanted' }, sender, answer));
const choose = (sender: object) =>
  onMessage.current.fire({ type: 'mode-chosen', mode: 'watch' }, sender, () => {});

it.each([
  { where: 'a page', sender: page, mode: 'watch' },
  {
    where: 'a page that its site writes into about:blank',
    sender: { ...page, url: 'about:blank' },
    mode: 'watch',
  },
  { where: 'another site', sender: { ...page, url: 'https://other.example.com/' }, mode: 'drive' },
])('answers $where with the mode of its site', async ({ sender, mode }) => {
  expect(await wanted(sender)).toBe(mode);
});

it('keeps what the user chooses, also in about:blank, and not in a private window', () => {
  choose({ ...page, tab: { id: 7, incognito: true } });
  expect(kept).toEqual([]);
  choose(page);
  choose({ ...page, url: 'about:blank' });
  expect(kept).toEqual([
    [SITE, 'watch'],
    [SITE, 'watch'],
  ]);
});
