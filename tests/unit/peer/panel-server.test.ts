import { beforeEach, expect, it, vi } from 'vitest';
import { createMeetings } from '../../../peer/meetings';
import { createMessenger } from '../../../peer/messenger';
import { createPanelServer } from '../../../peer/panel-server/panel-server';
import type { PeerContext } from '../../../peer/peer-context';
import { candidates } from '../../../peer/place';
import { createTrace } from '../../../peer/trace/trace';
import { parsePeerState } from '../../../protocol/panel';
import { fakeEvent } from '../browser/fake-event';
import { asWindow, FakeTop, FakeWindow } from './frame-tree';
import { request } from './replay';

const { runtime } = vi.hoisted(() => {
  // What is imported looks for it when it is loaded; its events are each test's own.
  const runtime: Record<string, unknown> = { id: 'id', sendMessage: async () => {} };
  Reflect.set(globalThis, 'browser', { runtime });
  return { runtime };
});
beforeEach(() => void Reflect.set(runtime, 'onConnect', fakeEvent()));

/** A page with a meeting whose plugin has spoken, a panel server, and a panel that has connected. */
function page() {
  const top = new FakeTop();
  const { contentWindow } = top.iframe('https://meet.example.com/webapp3/m/qa', 'webapp3');
  const plugin = new FakeWindow(contentWindow);
  const meetings = createMeetings(asWindow(top));
  const trace = createTrace();
  for (const place of candidates(asWindow(top))) {
    const entry = meetings.findOrAdd(place);
    if (entry) entry.endpoint = { source: asWindow(plugin), origin: 'null', dialect: 'external-chat' };
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
    apply(entry, result) {
      entry.meeting = result.meeting;
      for (const message of result.messages) messenger.send(entry, message);
    },
    changed: () => {},
  };
  createPanelServer(context);
  const onMessage = fakeEvent();
  const onDisconnect = fakeEvent();
  const posts: unknown[] = [];
  const port = { onMessage, onDisconnect, postMessage: (post: unknown) => posts.push(post) };
  (runtime.onConnect as ReturnType<typeof fakeEvent>).fire({ ...port, name: 'panel' });
  const heard = () =>
    plugin.heard.map(({ data }) => String(Reflect.get(Object(data), 'action')).split('/')[1]);
  const meeting = 'meeting-1';
  return {
    isContextInvalidated,
    heard,
    posts,
    leave: () => onDisconnect.fire(),
    ask: (type: string, more: object = {}) => onMessage.fire({ type, meeting, ...more }),
    meeting: () => meetings.list()[0]?.meeting,
  };
}

it('a panel is told the state when it connects, and what it asks for is done', () => {
  const { posts, ask, heard } = page();
  expect(posts.map(parsePeerState)).toMatchObject([{ page: 7, meetings: [{ id: 'meeting-1' }] }]);
  ask('dial', { call: 'a', request });
  ask('set-chat', { active: true });
  expect(heard()).toEqual(['dial-out', 'toggle-chat-button-state']);
});

it('what connects under another name is none', () => {
  page();
  const postMessage = vi.fn();
  (runtime.onConnect as ReturnType<typeof fakeEvent>).fire({ name: 'stand-in', postMessage });
  expect(postMessage).not.toHaveBeenCalled();
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
