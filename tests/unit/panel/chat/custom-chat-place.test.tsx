// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { PanelEnvironment } from '../../../../panel/state/context';
import type { Meeting } from '../../../../protocol/meeting';
import { memoryStorage } from '../../../../settings/storage/memory';
import { all, byId, choose, eventually, openPanel, the } from '../fixture';
import { CHATTY } from './chatty';

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

  async function open(
    meeting: Meeting,
    url = ROOM,
    environment: Partial<PanelEnvironment> = {},
    isPrivate = false,
  ) {
    const chats = [{ site: '*', url }];
    const value = { place: 'dock', displayName: '..', chats };
    const storage = memoryStorage({ local: { chat: { version: 1, value } } });
    const panel = openPanel({ ...storage, isPrivate: async () => isPrivate }, environment);
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

  it('waits for the choice where there are several meetings', async () => {
    const panel = await open(CHATTY);
    await panel.receive(CHATTY, { ...CHATTY, id: 'm2', alias: 'other' });
    await eventually(() => expect(obstacle()).toContain('Select a meeting at the top'));
    expect(frame()).toBeNull();
    await eventually(() => the('combobox', 'Meeting'));
    await choose('Meeting', 'm2');
    await eventually(() => expect(frame()?.src).toBe('https://chat.example.com/room/other'));
  });

  it.each([
    ['..', ROOM, 'The meeting’s alias, “..”, can’t be part of this chat’s URL.', []],
    ['qa', 'https://chat.example.com/{displayName}', 'Your name in the chat, “..”, can’t be part', ['chat']],
    ['qa', 'https://{alias}.example.com/', 'Use placeholders only after the host and port.', ['chat']],
    ['qa', 'https://chat.example.com/<alias>', '“<alias>” isn’t a placeholder. Enter {alias}', ['chat']],
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

  it('leaves a wrong URL of an administrator to them, and says what is wrong with it', async () => {
    const openOptions = vi.fn();
    const chats = [{ site: '*', url: 'http://chat.example.com/' }];
    const panel = openPanel(memoryStorage({ managed: { chat: { chats } } }), { openOptions });
    await panel.receive(CHATTY);
    byId('tab-chat').click();
    await eventually(() => expect(obstacle()).toContain('your administrator set for this site isn’t valid.'));
    expect(obstacle()).toContain('Use https and no user name.');
    expect(obstacle()).not.toContain('options');
    expect(all('button', 'Options', byId('view-chat'))).toEqual([]);
  });

  it.each([
    { where: 'a private window', isPrivate: true, isOnPage: false, credentials: 'omit' },
    { where: 'an ordinary window', isPrivate: false, isOnPage: false, credentials: 'include' },
    { where: 'a page of a private window', isPrivate: true, isOnPage: true, credentials: 'include' },
  ])('beside $where is asked and framed with credentials: $credentials', async (the) => {
    const asked: (RequestCredentials | undefined)[] = [];
    vi.stubGlobal('fetch', (_: string, { credentials }: RequestInit) => {
      asked.push(credentials);
      return new Promise(() => {});
    });
    Object.defineProperty(HTMLIFrameElement.prototype, 'credentialless', { value: false, writable: true });
    onTestFinished(() => void Reflect.deleteProperty(HTMLIFrameElement.prototype, 'credentialless'));
    await open({ ...CHATTY, alias: 'qa' }, ROOM, { isOnPage: the.isOnPage }, the.isPrivate);
    await eventually(() => expect(asked).toEqual([the.credentials]));
    expect(Reflect.get(Object(frame()), 'credentialless')).toBe(the.credentials === 'omit');
  });

  const doubt = () => document.querySelector<HTMLDetailsElement>('.frame-doubt');

  it.each([
    {
      answer: 'no request',
      isOpen: true,
      words: 'If the chat doesn’t appear, chat.example.com may be',
    },
    { answer: 'one that nobody can read', isOpen: false, words: 'If the chat doesn’t appear, chat.example' },
  ])('whose site answers $answer shows the ways to it at once: $isOpen', async ({ isOpen, words }) => {
    const answers = async (_: string, { mode }: RequestInit) => {
      if (isOpen || mode !== 'no-cors') throw new TypeError('Failed to fetch');
      return new Response();
    };
    vi.stubGlobal('fetch', answers);
    await open({ ...CHATTY, alias: 'qa' });
    await eventually(() => expect(frame()).toBeTruthy());
    frame()?.dispatchEvent(new Event('load'));
    await eventually(() => expect(doubt()).toBeTruthy());
    expect(doubt()?.open).toBe(isOpen);
    expect(doubt()?.textContent).toContain(words);
  });

  const chosen = () => document.querySelector('.which-chat [aria-pressed="true"]')?.textContent?.trim();
  const choices = () =>
    [...document.querySelectorAll('.which-chat button')].map(({ textContent }) => textContent?.trim());

  it('gives way to the meeting chat if only that has unread messages, with their number', async () => {
    const panel = await open({ ...CHATTY, alias: 'qa', messageCount: 30, unread: 30 });
    await eventually(() => expect(chosen()).toContain('Meeting chat'));
    expect(choices()).toEqual(['Custom chat', 'Meeting chat 30']);
    // Somebody reads the other one: nothing is replaced.
    document.querySelector<HTMLElement>('.which-chat button')?.click();
    await eventually(() => expect(chosen()).toBe('Custom chat'));
    await panel.receive({ ...CHATTY, alias: 'qa', messageCount: 31, unread: 31 });
    await eventually(() => expect(choices()).toEqual(['Custom chat', 'Meeting chat 31']));
    expect(chosen()).toBe('Custom chat');
    byId('tab-dial-out').click();
    await eventually(() => expect(byId('view-chat').hidden).toBe(true));
    byId('tab-chat').click();
    await eventually(() => expect(chosen()).toBe('Meeting chat 31'));
  });

  it('stays in front if both chats have unread messages', async () => {
    await open({ ...CHATTY, alias: 'qa', messageCount: 3, unread: 3, externalUnread: 2 });
    await eventually(() => expect(choices()).toEqual(['Custom chat 2', 'Meeting chat 3']));
    expect(chosen()).toBe('Custom chat 2');
  });
});
