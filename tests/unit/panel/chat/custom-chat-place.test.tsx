// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PanelHost } from '../../../../panel/state/context';
import type { Meeting } from '../../../../protocol/meeting';
import { memoryStorage } from '../../../../settings/storage/memory';
import { all, aMeeting, byId, eventually, openPanel } from '../fixture';

const CHATTY = aMeeting({ plugin: { name: 'ready', inMeeting: true, features: ['messages'] } });

describe('a custom chat', () => {
  const ROOM = 'https://chat.example.com/room/{alias}';
  const frame = () => document.querySelector<HTMLIFrameElement>('iframe.custom-chat');
  const isInSight = () => frame()?.closest('[hidden]') === null;
  const obstacle = () => document.querySelector('.obstacle')?.textContent ?? '';

  beforeEach(() => {
    const { settings } = (window as unknown as { happyDOM: { settings: object } }).happyDOM;
    Object.assign(settings, { disableIframePageLoading: true, handleDisabledFileLoadingAsSuccess: true });
    vi.stubGlobal('fetch', () => new Promise(() => {}));
  });
  afterEach(() => void vi.unstubAllGlobals());

  async function open(meeting: Meeting, url = ROOM, host: Partial<PanelHost> = {}) {
    const chats = [{ site: '*', url }];
    const value = { place: 'dock', displayName: '..', chats };
    const panel = openPanel(memoryStorage({ local: { chat: { version: 1, value } } }), host);
    await panel.receive(meeting);
    byId('tab-chat').click();
    await eventually(() => expect(document.querySelector('.which-chat')).toBeTruthy());
    return panel;
  }

  it('is loaded when the alias is known, at no address before, and at no other meeting’s ever', async () => {
    const unknown = { ...CHATTY, alias: undefined };
    const panel = await open(unknown);
    await eventually(() => expect(obstacle()).toContain('The chat opens when'));
    expect(frame()).toBeNull();
    await panel.receive({ ...CHATTY, alias: 'late one' });
    await eventually(() => expect(frame()?.src).toBe('https://chat.example.com/room/late%20one'));
    expect(obstacle()).toBe('');
    // The meeting loads anew: what it showed stays loaded, out of sight.
    const loaded = frame();
    await panel.receive(unknown);
    await eventually(() => expect(isInSight()).toBe(false));
    expect(frame()).toBe(loaded);
    await panel.receive({ ...CHATTY, alias: 'late one' });
    await eventually(() => expect(isInSight()).toBe(true));
    expect(frame()).toBe(loaded);
    // Another meeting has come, of which nothing is known.
    await panel.receive({ ...unknown, id: 'm2' });
    await eventually(() => expect(frame()).toBeNull());
  });

  it.each([
    ['..', ROOM, 'The meeting’s alias, “..”, can’t be part of this chat’s URL.', []],
    ['qa', 'https://chat.example.com/{displayName}', 'Your name in the chat, “..”, can’t be part', ['chat']],
    ['qa', 'https://{alias}.example.com/', 'The chat URL for this site isn’t valid.', ['chat']],
  ])(
    'says why it has no URL for the alias %s in %s, and leads to what helps',
    async (alias, url, words, opened) => {
      const openOptions = vi.fn();
      await open({ ...CHATTY, alias }, url, { openOptions });
      await eventually(() => expect(obstacle()).toContain(words));
      expect(frame()).toBeNull();
      for (const button of all('button', 'Options', byId('view-chat'))) button.click();
      expect(openOptions.mock.calls.flat()).toEqual(opened);
    },
  );
});
