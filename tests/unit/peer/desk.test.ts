import { beforeEach, expect, it, vi } from 'vitest';
import { createConversations } from '../../../peer/chat';
import { createDesk } from '../../../peer/desk/desk';
import { createDeskSeat } from '../../../peer/desk-seat';
import type { Floor } from '../../../peer/floor';
import { createMeetings } from '../../../peer/meetings';
import { createPanels } from '../../../peer/panels';
import { candidates } from '../../../peer/place';
import { createTrace } from '../../../peer/trace';
import { createVoice } from '../../../peer/voice';
import { takeSeat } from '../../../platform/seat';
import type { PeerState } from '../../../protocol/panel';
import { asWindow, FakeTop, FakeWindow } from './frame-tree';
import { request } from './replay';

// Before what is imported looks for it: asking the background for the script is all that is done with it.
const { sendMessage } = vi.hoisted(() => {
  const sendMessage = vi.fn(async () => {});
  Reflect.set(globalThis, 'browser', { runtime: { sendMessage } });
  return { sendMessage };
});
beforeEach(() => void sendMessage.mockClear());

/** A page with a meeting whose plugin has spoken, a desk's place that is empty yet, and a panel. */
function page() {
  const top = new FakeTop();
  const { contentWindow } = top.iframe('https://meet.example.com/webapp3/m/qa', 'webapp3');
  const plugin = new FakeWindow(contentWindow);
  const meetings = createMeetings(asWindow(top));
  const trace = createTrace(asWindow(top), 1);
  for (const place of candidates(asWindow(top))) {
    const entry = meetings.take(place);
    if (entry) entry.speaker = { source: asWindow(plugin), origin: 'null', dialect: 'external-chat' };
  }
  const voice = createVoice(asWindow(top), trace.note);
  const panels = createPanels(
    () => ({ type: 'state' }) as PeerState,
    (data, panel) => desk.ask(data, panel),
    (panel) => desk.leave(panel),
    new AbortController().signal,
  );
  const floor: Floor = {
    mode: 'drive',
    keepMode: () => {},
    meetings,
    conversations: createConversations(),
    trace,
    voice,
    panels,
    take(entry, step) {
      entry.meeting = step.meeting;
      for (const message of step.say) voice.tell(entry, message);
    },
    changed: () => {},
  };
  const desk = createDeskSeat(floor);
  let ask = (_: object) => {};
  let leave = () => {};
  const posts: unknown[] = [];
  panels.add({
    post: (message) => posts.push(message),
    onMessage: (listener) => {
      ask = listener;
    },
    onClose: (listener) => {
      leave = listener;
    },
    close: () => {},
  });
  posts.length = 0;
  const heard = () =>
    plugin.heard.map(({ data }) => String(Reflect.get(Object(data), 'action')).split('/')[1]);
  const meeting = 'meeting-1';
  return {
    desk,
    heard,
    posts,
    leave: () => leave(),
    ask: (type: string, more: object = {}) => ask({ type, meeting, ...more }),
    meeting: () => meetings.list()[0]?.meeting,
  };
}

it('what is asked before the desk is there is done in its order once it is, and nothing twice', () => {
  const { desk, ask, heard } = page();
  desk.call();
  ask('dial', { call: 'a', request });
  ask('set-chat', { active: true });
  expect(heard()).toEqual([]);
  takeSeat('desk', createDesk);
  expect(heard()).toEqual(['dial-out', 'toggle-chat-button-state']);
  // The script of a second call, which was under way already.
  takeSeat('desk', createDesk);
  ask('set-chat', { active: false });
  expect(heard()).toHaveLength(3);
});

it('a panel that has gone meanwhile has its call placed, and is not spoken to', () => {
  const { desk, ask, heard, posts, leave, meeting } = page();
  desk.call();
  ask('messages', { after: 0 });
  ask('look');
  ask('dial', { call: 'a', request });
  leave();
  takeSeat('desk', createDesk);
  expect(posts).toEqual([]);
  expect(meeting()).toMatchObject({ seen: false, calls: [{ id: 'a', state: { name: 'calling' } }] });
  expect(heard()).toEqual(['dial-out']);
});

it('the desk is asked for again as long as it has not come', () => {
  const { desk } = page();
  desk.call();
  desk.call();
  expect(sendMessage).toHaveBeenCalledTimes(2);
  takeSeat('desk', createDesk);
  desk.call();
  expect(sendMessage).toHaveBeenCalledTimes(2);
  expect(sendMessage).toHaveBeenCalledWith({ type: 'script-wanted', script: 'desk' });
});

it('a chat on screen is seen until its panel goes', () => {
  const { desk, ask, leave, meeting } = page();
  desk.call();
  takeSeat('desk', createDesk);
  ask('look');
  expect(meeting()?.seen).toBe(true);
  leave();
  expect(meeting()?.seen).toBe(false);
});
