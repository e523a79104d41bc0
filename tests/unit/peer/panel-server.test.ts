import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { provide } from '../../../browser/script-registry';
import type { DockOwner } from '../../../peer/dock/dock';
import { framesIn } from '../../../peer/frames';
import { createMeetings } from '../../../peer/meetings';
import { createMessenger, createTrace } from '../../../peer/messenger';
import { createPanelServer } from '../../../peer/panel-server/panel-server';
import type { PeerContext } from '../../../peer/peer-context';
import { candidates } from '../../../peer/place';
import { onChatMessage, withEntry } from '../../../peer/reducer';
import { parsePeerState } from '../../../protocol/panel';
import type { Dialect } from '../../../protocol/wire';
import { fakeEvent } from '../browser/fake-event';
import { asWindow, FakeTop, FakeWindow } from './frame-tree';
import { request } from './replay';

// What is imported looks for it when it is loaded.
const { sendMessage } = vi.hoisted(() => {
  const sendMessage = vi.fn(async (_message: object) => {});
  Reflect.set(globalThis, 'browser', { runtime: { id: 'id', sendMessage } });
  return { sendMessage };
});

/** A page with a meeting whose plugin has spoken, a panel server, and a panel that has connected. */
function page(dialect: Dialect = 'external-chat', top = new FakeTop()) {
  const { contentWindow } = top.iframe('https://meet.example.com/webapp3/m/qa', 'webapp3');
  const plugin = new FakeWindow(contentWindow);
  const meetings = createMeetings(asWindow(top), 7);
  const trace = createTrace();
  for (const place of candidates(asWindow(top), framesIn(asWindow(top).document))) {
    const entry = meetings.findOrAdd(place);
    if (!entry) continue;
    entry.endpoint = { source: asWindow(plugin), origin: 'null', targetOrigin: '*', dialect };
    entry.meeting = { ...entry.meeting, plugin: { name: 'ready', inMeeting: true, features: [] } };
  }
  const messenger = createMessenger(asWindow(top), trace.note);
  const [first] = meetings.list();
  if (!first) throw new Error('No meeting was found.');
  const endIfInvalidated = vi.fn(() => false);
  const context: PeerContext = {
    top: asWindow(top),
    signal: new AbortController().signal,
    endIfInvalidated,
    page: 7,
    mode: 'drive',
    dropped: {},
    meetings,
    trace,
    messenger,
    stateChanged: () => server.stateChanged(),
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
    scripts: () => sendMessage.mock.calls.map(([message]) => Reflect.get(message, 'script')),
    endIfInvalidated,
    heard,
    posts,
    leave: () => onClose.fire(),
    ask: (type: string, more: object = {}) => onMessage.fire({ type, page: 7, load: 0, meeting, ...more }),
    /** Somebody writes in the meeting's own chat. */
    say(text: string, own = false) {
      const message = { name: 'message', id: text, at: 1, text, own } as const;
      first.log = withEntry(first.log, message);
      messenger.apply(first, onChatMessage(first.meeting, message));
    },
    meeting: () => first.meeting,
    unreported: () => first.unreported,
  };
}

it('a panel is told the state when it connects, and what it asks for is done', () => {
  const { posts, ask, heard } = page();
  expect(posts.map(parsePeerState)).toMatchObject([{ page: 7, meetings: [{ id: 'meeting-1' }] }]);
  ask('dial', { call: 'a', request });
  ask('set-chat', { active: true });
  expect(heard()).toEqual(['dial-out', 'toggle-chat-button-state']);
});

it.each([
  { address: 'https://portal.example.com/room', origin: 'https://portal.example.com' },
  { address: 'about:blank', origin: 'https://portal.example.com' },
  { address: 'blob:https://portal.example.com/0b1c', origin: 'https://portal.example.com' },
])('a page of a site at $address is reported to panels as one of that site', ({ address, origin }) => {
  const { posts } = page('external-chat', new FakeTop(address, origin));
  expect(posts.map(parsePeerState)).toMatchObject([{ site: origin }]);
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

it('after an update of the extension, neither the background nor the dock has anything done', () => {
  const { server, heard, endIfInvalidated } = page();
  const dock: { owner?: DockOwner } = {};
  provide('dock-host', (_: Window, owner: DockOwner) => {
    dock.owner = owner;
    return { want() {} };
  });
  onTestFinished(() => provide('dock-host', undefined));
  server.toggleChat();
  server.keepDock(true);
  expect(dock.owner?.endIfInvalidated()).toBe(false);
  endIfInvalidated.mockReturnValue(true);
  server.toggleChat();
  dock.owner?.onClose();
  // The dock's script asks this of each message from its frame.
  expect(dock.owner?.endIfInvalidated()).toBe(true);
  expect(heard()).toEqual(['toggle-chat-button-state']);
});

describe('a chat on screen', () => {
  it('is visible until its panel goes', () => {
    const { ask, leave, meeting } = page();
    ask('look', { shown: 0 });
    expect(meeting().chatVisible).toBe(true);
    leave();
    expect(meeting().chatVisible).toBe(false);
  });

  it('has nothing unread while it is visible', () => {
    const { ask, say, meeting, heard } = page();
    say('before');
    expect(meeting()).toMatchObject({ unread: 1, badge: true });
    ask('look', { shown: 0 });
    say('while');
    expect(meeting()).toMatchObject({ unread: 0, badge: false });
    expect(heard()).toEqual(['toggle-chat-badge', 'toggle-chat-badge']);
  });

  it('leaves unread what its panel did not acknowledge before it went', () => {
    const { ask, say, leave, meeting } = page();
    say('before');
    ask('look', { shown: 1 });
    say('shown');
    ask('look', { shown: 2 });
    say('my own', true);
    say('too late');
    say('later still');
    leave();
    expect(meeting()).toMatchObject({ unread: 2, badge: true });
  });

  it('leaves nothing unread that any panel has acknowledged, whatever one shows that opens later', () => {
    const { ask, say, meeting } = page();
    say('one');
    say('two');
    ask('look', { shown: 2 });
    ask('look', { meeting: '', shown: 0 });
    ask('look', { shown: 0 });
    ask('look', { meeting: '', shown: 0 });
    expect(meeting()).toMatchObject({ chatVisible: false, unread: 0, badge: false });
  });

  it('counts as unread what came while a panel showed another tab', () => {
    const { ask, say, meeting } = page();
    ask('look', { shown: 0 });
    ask('look', { meeting: '', shown: 0 });
    say('one');
    expect(meeting()).toMatchObject({ unread: 1, badge: true });
  });

  it('acknowledges nothing on another page', () => {
    const { ask, say, leave, meeting } = page();
    say('one');
    ask('look', { page: 6, shown: 1 });
    ask('look', { shown: 0 });
    leave();
    expect(meeting()).toMatchObject({ unread: 1, badge: true });
  });
});

it('opens the panel on the page for a key, also in watch mode, and leaves the page’s own chat open', () => {
  const { server, ask, meeting, scripts } = page();
  ask('set-mode', { mode: 'watch' });
  expect(scripts()).not.toContain('dock-host');
  server.keepDock(true);
  expect(scripts()).toContain('dock-host');
  expect(meeting()?.chat).toBe(false);
});

it('what is in front counts as long as there is a panel, so that a button closes what no panel shows', () => {
  const { server, ask, leave, meeting } = page();
  ask('set-chat', { active: true });
  ask('front', { text: 'dial-out' });
  const onClose = fakeEvent();
  server.addPanel({ post() {}, onMessage() {}, onClose: onClose.addListener, close() {} });
  leave();
  expect(meeting().front).toBe('dial-out');
  onClose.fire();
  expect(meeting().front).toBeUndefined();
});
