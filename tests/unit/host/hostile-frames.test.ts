import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PREFIX } from '../../../protocol/wire';
import { FakeWindow } from '../peer/frame-tree';
import { MEET, openHostPage, sentTo } from './host-page';

type Page = ReturnType<typeof openHostPage>;
type Attack = { name: string; from: (page: Page) => FakeWindow | null; origin?: string; isTrusted?: boolean };

const ready = { action: `${PREFIX}ready`, features: ['dial-out'] };
const toggle = { action: `${PREFIX}toggle-chat`, active: true };
const PORTAL = 'https://portal.example.com';
const EVIL = 'https://evil.example';

/** Frames that must never be taken for the plugin, whether it has sent anything before or not. */
const ATTACKS: Attack[] = [
  { name: 'an ad beside the meeting', from: ({ advert }) => advert, origin: 'https://ads.example' },
  { name: 'a sandboxed ad, with the plugin’s opaque origin', from: ({ advert }) => advert },
  { name: 'a frame inside an ad', from: ({ advert }) => new FakeWindow(advert) },
  {
    name: 'a sibling with the origin of the host page',
    from: ({ top }) => new FakeWindow(top),
    origin: PORTAL,
  },
  { name: 'a sibling with the origin of the meeting', from: ({ top }) => new FakeWindow(top), origin: MEET },
  { name: 'the host page itself', from: ({ top }) => top, origin: PORTAL },
  { name: 'a popup', from: () => new FakeWindow(), origin: MEET },
  { name: 'a frame that is gone', from: ({ webapp3 }) => new FakeWindow(webapp3).remove() },
  { name: 'no window', from: () => null },
  { name: 'the iframe, led elsewhere', from: ({ webapp3 }) => webapp3, origin: EVIL },
  { name: 'the iframe, led to a sandboxed page', from: ({ webapp3 }) => webapp3 },
  {
    name: 'a frame of another origin in the meeting',
    from: ({ webapp3 }) => new FakeWindow(webapp3),
    origin: EVIL,
  },
  { name: 'the plugin’s frame, led elsewhere', from: ({ plugin }) => plugin, origin: EVIL },
  { name: 'an event that a script of the page made', from: ({ plugin }) => plugin, isTrusted: false },
];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Runs an attack, and returns what it has reached. */
function attack(page: Page, { from, origin = 'null', isTrusted = true }: Attack) {
  const attacker = from(page);
  const events: string[] = [];
  for (const name of ['ready', 'toggle-chat'] as const) page.meeting.on(name, () => events.push(name));
  const before = attacker?.heard.length;
  for (const data of [ready, toggle]) page.receive(attacker, data, origin, isTrusted);
  return { events, answers: attacker?.heard.slice(before) ?? [], chat: page.meeting.chat };
}

const NOTHING = { events: [], answers: [], chat: false };

describe('before the plugin has sent anything', () => {
  it.each(ATTACKS)('the library ignores $name, and still finds the plugin', (each) => {
    const page = openHostPage();
    expect(attack(page, each)).toEqual(NOTHING);
    expect(page.meeting.ready).toBe(false);
    page.send('toggle-chat', { active: true });
    expect(page.meeting).toMatchObject({ ready: true, chat: true });
    expect(page.sent('toggle-chat-button-state')).toMatchObject([{ active: true }]);
  });

  it('the library greets every frame, with nothing about the page or its state', () => {
    const { advert, webapp3, plugin, meeting } = openHostPage({ chat: true, unread: 7 });
    meeting.setUnread(8);
    expect(sentTo(advert)).toEqual([]);
    for (const frame of [webapp3, plugin]) expect(sentTo(frame)).toEqual([{ name: 'hello' }]);
  });

  it('a call waits for the plugin, and reaches nobody who asks for it first', async () => {
    const page = openHostPage();
    page.meeting.dialOut({ destination: 'alice@example.com', protocol: 'sip', role: 'GUEST' });
    await vi.advanceTimersByTimeAsync(0);
    for (const each of ATTACKS) expect(attack(page, each).answers).toEqual([]);
    page.join();
    expect(page.sent('dial-out')).toMatchObject([{ destination: 'alice@example.com' }]);
  });
});

describe('after the plugin has sent something', () => {
  it.each<Attack>([
    ...ATTACKS,
    { name: 'another plugin in the same kind of sandbox', from: ({ webapp3 }) => new FakeWindow(webapp3) },
    { name: 'Web App 3 itself', from: ({ webapp3 }) => webapp3, origin: MEET },
  ])('the library ignores $name', (each) => {
    const page = openHostPage();
    page.send('ready');
    expect(attack(page, each)).toEqual(NOTHING);
  });

  it('ignores the rest of a flood, which takes nothing from the plugin', () => {
    const page = openHostPage();
    const received = vi.fn();
    page.meeting.on('toggle-chat', received);
    for (let index = 0; index < 500; index++) page.receive(page.advert, toggle, 'https://ads.example');
    for (let index = 0; index < 500; index++) page.send('toggle-chat', { active: true });
    expect(received.mock.calls.length).toBe(100);
    vi.advanceTimersByTime(1_000);
    page.send('toggle-chat', { active: false });
    expect(page.meeting.chat).toBe(false);
  });
});

it('where nothing shows the meeting’s origin, the first message with one settles it', () => {
  const page = openHostPage({}, '/join');
  page.receive(page.webapp3, ready, MEET);
  const event = { name: 'the same frame, led elsewhere', from: ({ webapp3 }: Page) => webapp3, origin: EVIL };
  expect(attack(page, event)).toEqual(NOTHING);
});

it.each([
  ['an opaque one, of a plugin in a sandbox', 'null', '*'],
  ['that of the meeting', MEET, MEET],
])('answers go to the origin of the sender: %s', (_name, origin, target) => {
  const page = openHostPage();
  page.receive(page.plugin, ready, origin);
  expect(page.plugin.heard.slice(1).map((message) => message.target)).toEqual([target, target]);
});
