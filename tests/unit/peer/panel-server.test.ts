import { describe, expect, it, vi } from 'vitest';
import { framesIn } from '../../../peer/frames';
import { createMeetings } from '../../../peer/meetings';
import { createMessenger, createTrace } from '../../../peer/messenger';
import { createPanelServer } from '../../../peer/panel-server/panel-server';
import type { PeerContext } from '../../../peer/peer-context';
import { candidates } from '../../../peer/place';
import { parsePeerState } from '../../../protocol/panel';
import type { Dialect } from '../../../protocol/wire';
import { fakeEvent } from '../browser/fake-event';
import { asWindow, FakeTop, FakeWindow } from './frame-tree';
import { request } from './replay';

// What is imported looks for it when it is loaded.
const { sendMessage } = vi.hoisted(() => {
  const sendMessage = vi.fn(async (_notice: object) => {});
  Reflect.set(globalThis, 'browser', { runtime: { id: 'id', sendMessage } });
  return { sendMessage };
});

/** A page with a meeting whose plugin has spoken, a panel server, and a panel that has connected. */
function page(dialect: Dialect = 'external-chat') {
  const top = new FakeTop();
  const { contentWindow } = top.iframe('https://meet.example.com/webapp3/m/qa', 'webapp3');
  const plugin = new FakeWindow(contentWindow);
  const meetings = createMeetings(asWindow(top), 7);
  const trace = createTrace();
  for (const place of candidates(asWindow(top), framesIn(asWindow(top).document))) {
    const entry = meetings.findOrAdd(place);
    if (!entry) continue;
    entry.endpoint = { source: asWindow(plugin), origin: 'null', dialect };
    entry.meeting = { ...entry.meeting, plugin: { name: 'ready', inMeeting: true, features: [] } };
  }
  const messenger = createMessenger(asWindow(top), trace.note);
  const isContextInvalidated = vi.fn(() => false);
  const context: PeerContext = {
    top: asWindow(top),
    signal: new AbortController().signal,
    isContextInvalidated,
    page: 7,
    mode: 'drive',
    dropped: {},
    meetings,
    trace,
    messenger,
    changed: () => server.changed(),
  };
  const server = createPanelServer(context);
  const onMessage = fakeEvent();
  const onClose = fakeEvent();
  const posts: unknown[] = [];
  server.addPanel({
    post: (post) => void posts.push(post),
    onMessage: onMessage.addListener,
    onClose: onClose.addListener,
    close: () => {},
  });
  const heard = () =>
    plugin.heard.map(({ data }) => String(Reflect.get(Object(data), 'action')).split('/')[1]);
  const meeting = 'meeting-1';
  return {
    server,
    scripts: () => sendMessage.mock.calls.map(([notice]) => Reflect.get(notice, 'script')),
    isContextInvalidated,
    heard,
    posts,
    leave: () => onClose.fire(),
    ask: (type: string, more: object = {}) => onMessage.fire({ type, page: 7, load: 0, meeting, ...more }),
    meeting: () => meetings.list()[0]?.meeting,
    unreported: () => meetings.list()[0]?.unreported,
  };
}

it('a panel is told the state when it connects, and what it asks for is done', () => {
  const { posts, ask, heard } = page();
  expect(posts.map(parsePeerState)).toMatchObject([{ page: 7, meetings: [{ id: 'meeting-1' }] }]);
  ask('dial', { call: 'a', request });
  ask('set-chat', { active: true });
  expect(heard()).toEqual(['dial-out', 'toggle-chat-button-state']);
});

describe.each<{ dialect: Dialect; button: string; badge: string; other: string }>([
  {
    dialect: 'external-chat',
    button: 'pexip:plugin:external-chat/toggle-chat-button-state',
    badge: 'pexip:plugin:external-chat/toggle-chat-badge',
    other: 'rocketchat:videoconf/chat-state',
  },
  {
    dialect: 'videoconf',
    button: 'rocketchat:videoconf/chat-state',
    badge: 'rocketchat:videoconf/chat-unread',
    other: 'pexip:plugin:external-chat/toggle-chat-badge',
  },
])('a message that a person sends unchanged to a plugin of $dialect', ({ dialect, button, badge, other }) => {
  it('counts as a change of the button that the plugin will report, if it sets button or badge', () => {
    const { ask, unreported } = page(dialect);
    ask('send-raw', { wire: { action: button, active: true } });
    ask('send-raw', { wire: { action: badge, visible: true, unread: true } });
    expect(unreported()).toBe(2);
  });

  it('does not count if it only mentions such a message, or is of the other namespace', () => {
    const { ask, unreported } = page(dialect);
    ask('send-raw', { wire: { action: 'send-message', text: button } });
    ask('send-raw', { wire: { action: `${button}-not`, active: true } });
    ask('send-raw', { wire: { action: other, active: true } });
    for (const wire of [undefined, null, button, [], { action: 7 }]) ask('send-raw', { wire });
    expect(unreported()).toBe(0);
  });
});

it('nothing that is asked after an update of the extension is done', () => {
  const { ask, heard, isContextInvalidated } = page();
  isContextInvalidated.mockReturnValue(true);
  ask('dial', { call: 'a', request });
  expect(heard()).toEqual([]);
});

it('a chat on screen is seen until its panel goes', () => {
  const { ask, leave, meeting } = page();
  ask('look');
  expect(meeting()?.chatVisible).toBe(true);
  leave();
  expect(meeting()?.chatVisible).toBe(false);
});

it('opens the panel on the page for a key, also in watch mode, and leaves the page’s own chat open', () => {
  const { server, ask, meeting, scripts } = page();
  ask('set-mode', { mode: 'watch' });
  expect(scripts()).not.toContain('dock-host');
  server.showDock();
  expect(scripts()).toContain('dock-host');
  expect(meeting()?.chat).toBe(false);
});
