import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openHostPage, sentTo } from './host-page';

type Page = ReturnType<typeof openHostPage>;

const VIDEOCONF = 'rocketchat:videoconf/';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the events of a connection', () => {
  it('have the name of the message and its payload alone', () => {
    const { meeting, send } = openHostPage();
    const received: unknown[] = [];
    meeting.on('message', (payload) => received.push(payload));
    send('message', { id: 'm1', at: 5, text: 'Hi', displayName: 'Bob', own: false, secret: 'x' });
    expect(received).toEqual([{ id: 'm1', at: 5, text: 'Hi', displayName: 'Bob', own: false }]);
  });

  it('no longer reach a listener that was removed', () => {
    const { meeting, send } = openHostPage();
    const listener = vi.fn();
    const remove = meeting.on('toggle-chat', listener);
    remove();
    send('toggle-chat', { active: true });
    expect(listener).not.toHaveBeenCalled();
  });

  it('reach the plugin’s answer and the other listeners although one listener throws', () => {
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    const { meeting, send, sent } = openHostPage();
    const other = vi.fn();
    meeting.on('toggle-chat', () => {
      throw new Error('of the page');
    });
    meeting.on('toggle-chat', other);
    send('toggle-chat', { active: true });
    expect(other).toHaveBeenCalledWith({ active: true });
    expect(sent('toggle-chat-button-state')).toMatchObject([{ active: true }]);
    expect(report).toHaveBeenCalledOnce();
  });
});

describe('the state of the Chat button', () => {
  it('is sent to a plugin that is ready, as the page has set it', () => {
    const { meeting, send, sent } = openHostPage({ chat: true, unread: 3 });
    send('ready');
    expect(sent()).toEqual([
      { name: 'hello' },
      { name: 'toggle-chat-button-state', active: true },
      { name: 'toggle-chat-badge', visible: true, count: 3 },
    ]);
    expect(meeting).toMatchObject({ chat: true, unread: 3, ready: true, namespace: 'external-chat' });
  });

  it('is answered once, with what a listener decided', () => {
    const { meeting, send, sent } = openHostPage();
    meeting.on('toggle-chat', () => meeting.setChat(false));
    send('toggle-chat', { active: true });
    expect(sent('toggle-chat-button-state')).toEqual([{ name: 'toggle-chat-button-state', active: false }]);
    expect(meeting.chat).toBe(false);
  });

  it.each([
    [3, { visible: true, count: 3 }],
    [0, { visible: false, count: 0 }],
    [true, { visible: true }],
    [false, { visible: false }],
  ])('has a badge for unread %s', (unread, payload) => {
    const { meeting, send, sent } = openHostPage();
    send('ready');
    meeting.setUnread(unread);
    expect(sent('toggle-chat-badge').at(-1)).toEqual({ name: 'toggle-chat-badge', ...payload });
  });

  it('is kept for a plugin that comes later', () => {
    const { meeting, send, sent } = openHostPage();
    meeting.setChat(true);
    meeting.setUnread(true);
    expect(sent().filter(({ name }) => name !== 'hello')).toEqual([]);
    send('ready');
    expect(sent('toggle-chat-button-state')).toMatchObject([{ active: true }]);
    expect(sent('toggle-chat-badge')).toMatchObject([{ visible: true }]);
  });
});

describe('the namespaces', () => {
  it('answer a plugin of the second one in its own words', () => {
    const { meeting, plugin, send } = openHostPage({ unread: 2 });
    send('ready', {}, VIDEOCONF);
    meeting.setChat(true);
    // The first is the greeting, for which the second one has no name.
    expect(plugin.heard.slice(1).map(({ data }) => data)).toEqual([
      { action: `${VIDEOCONF}chat-state`, active: false },
      { action: `${VIDEOCONF}chat-unread`, unread: true, count: 2 },
      { action: `${VIDEOCONF}chat-state`, active: true },
    ]);
    expect(meeting.namespace).toBe('videoconf');
  });

  it('leave out the one that the page did not name', () => {
    const log = vi.fn();
    const { meeting, send } = openHostPage({ namespaces: ['external-chat'], log });
    send('ready', {}, VIDEOCONF);
    expect(meeting.ready).toBe(false);
    expect(log).toHaveBeenLastCalledWith({ result: 'dropped', origin: 'null', reason: 'foreign' });
  });
});

describe('a reload of the meeting', () => {
  it('is reported, greets the new plugin and gives it the state of the page', () => {
    const page = openHostPage();
    const reloaded = vi.fn();
    page.meeting.on('reloaded', reloaded);
    page.join();
    page.meeting.setUnread(4);
    expect(page.meeting).toMatchObject({ connected: true, features: expect.arrayContaining(['mute']) });
    page.reload();
    expect(reloaded).toHaveBeenCalledOnce();
    expect(page.meeting).toMatchObject({ ready: false, connected: false, features: [] });
    expect(page.sent()).toEqual([{ name: 'hello' }]);
    page.send('ready');
    expect(page.sent('toggle-chat-badge')).toMatchObject([{ visible: true, count: 4 }]);
  });

  it('is noticed although the old frames seem to be there at the load, as in Firefox', async () => {
    const page = openHostPage();
    page.join();
    const reloaded = vi.fn();
    page.meeting.on('reloaded', reloaded);
    page.load();
    page.plugin.remove();
    expect(reloaded).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(reloaded).toHaveBeenCalledTimes(1);
    expect(page.meeting.ready).toBe(false);
  });

  it('ends a message that was not confirmed', async () => {
    const page = openHostPage();
    page.join();
    const sent = page.meeting.sendMessage('Hi');
    page.reload();
    await expect(sent).rejects.toMatchObject({ code: 'reloaded', advice: 'Check the meeting.' });
  });
});

describe('a message to the meeting’s chat', () => {
  it('resolves with the node’s id, or rejects with the plugin’s words', async () => {
    const page = openHostPage();
    page.join();
    const taken = page.meeting.sendMessage('Hi');
    const refused = page.meeting.sendMessage('Again');
    const [first, second] = page.sent('send-message') as { requestId?: string }[];
    page.send('message-error', { message: 'Chat is off.', requestId: second?.requestId });
    const confirmed = { id: 'm1', at: 5, text: 'Hi', displayName: 'Me', own: true };
    page.send('message', { ...confirmed, requestId: first?.requestId });
    await expect(taken).resolves.toMatchObject({ id: 'm1', at: 5 });
    await expect(refused).rejects.toMatchObject({ code: 'refused', message: 'Chat is off.' });
  });

  it.each([
    ['blank text', ' ', 'bad-request'],
    ['more than the meeting takes', 'x'.repeat(4097), 'bad-request'],
  ])('rejects %s without sending it', async (_name, text, code) => {
    const page = openHostPage();
    page.join();
    await expect(page.meeting.sendMessage(text)).rejects.toMatchObject({ code, message: /1 to 4096/ });
    expect(page.sent('send-message')).toEqual([]);
  });
});

describe('an action on people', () => {
  it('is sent with the id that it returns', () => {
    const page = openHostPage();
    page.join();
    const requestId = page.meeting.act({ name: 'mute', participantUuid: 'u1', muted: true });
    expect(page.sent('mute')).toEqual([{ name: 'mute', participantUuid: 'u1', muted: true, requestId }]);
  });

  it('throws where the plugin does not announce it', () => {
    const page = openHostPage();
    page.join('qa', ['chat']);
    expect(() => page.meeting.act({ name: 'mute', participantUuid: 'u1', muted: true })).toThrow(
      expect.objectContaining({ code: 'unsupported', advice: 'Do this in the meeting.' }),
    );
  });
});

describe('a closed connection', () => {
  it.each([
    ['close()', (page: Page) => page.meeting.close()],
    ['the signal', (_page: Page, controller: AbortController) => controller.abort()],
  ])('by %s ignores the plugin and rejects what is open', async (_name, close) => {
    const controller = new AbortController();
    const page = openHostPage({ signal: controller.signal });
    const listener = vi.fn();
    page.join();
    page.meeting.on('toggle-chat', listener);
    const open = page.meeting.sendMessage('Hi');
    close(page, controller);
    const count = page.plugin.heard.length;
    page.send('toggle-chat', { active: true });
    expect(listener).not.toHaveBeenCalled();
    expect(page.plugin.heard).toHaveLength(count);
    await expect(open).rejects.toMatchObject({ code: 'closed' });
    await expect(page.meeting.sendMessage('Later')).rejects.toMatchObject({
      code: 'closed',
      message: 'The connection was closed.',
      advice: 'Connect again.',
    });
  });

  it('sends nothing at all if its signal was aborted before', () => {
    const { webapp3, meeting, send } = openHostPage({ signal: AbortSignal.abort() });
    send('ready');
    expect(sentTo(webapp3)).toEqual([]);
    expect(meeting.ready).toBe(false);
  });

  it('sends nothing more, whatever the page sets', () => {
    const page = openHostPage();
    page.join();
    page.meeting.close();
    const count = page.plugin.heard.length;
    page.meeting.setChat(true);
    page.meeting.setUnread(1);
    expect(page.plugin.heard).toHaveLength(count);
    expect(() => page.meeting.act({ name: 'mute', participantUuid: 'u1', muted: true })).toThrow(
      expect.objectContaining({ code: 'closed' }),
    );
  });
});

describe('the log', () => {
  it('has every message with its fate, and the console has none', () => {
    const consoles = (['log', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name));
    const log = vi.fn();
    const page = openHostPage({ log });
    page.receive(page.advert, { action: 'pexip:plugin:external-chat/ready' }, 'https://ads.example');
    page.send('toggle-chat', { active: true });
    expect(log.mock.calls.map(([entry]) => entry)).toEqual([
      { result: 'dropped', origin: 'https://ads.example', reason: 'source' },
      { result: 'accepted', origin: 'null', message: { name: 'toggle-chat', active: true } },
      { result: 'sent', origin: 'null', message: { name: 'toggle-chat-button-state', active: true } },
    ]);
    for (const each of consoles) expect(each).not.toHaveBeenCalled();
  });
});
