import { describe, expect, it } from 'vitest';
import { eventOf, goTo } from '../../../../panel/chat/rocket-chat';
import { readGeneric } from '../../../../panel/chat/unread/generic';
import { createUnreadReader } from '../../../../panel/chat/unread/reader';
import { readRocketChat } from '../../../../panel/chat/unread/rocket-chat';
import { createRoomsReader } from '../../../../panel/chat/unread/rocket-chat-rooms';
import { createSinceSeen } from '../../../../panel/chat/unread/since-seen';
import { readTitle } from '../../../../panel/chat/unread/title';
import { forbidsFraming } from '../../../../panel/state/framing';
import { chatFor } from '../../../../settings/chat/config';
import { fillTemplate, originOfTemplate } from '../../../../settings/chat/template';

const VALUES = {
  alias: 'a/b?c#d',
  meetingOrigin: 'https://meet.example.com',
  pageOrigin: 'https://portal.example.com',
  displayName: 'Å {alias}',
};

describe('the address of a chat', () => {
  it.each([
    ['https://chat.example.com/channel/{alias}', 'https://chat.example.com/channel/a%2Fb%3Fc%23d'],
    ['https://chat.example.com/?name={displayName}', 'https://chat.example.com/?name=%C3%85%20%7Balias%7D'],
    ['https://c.example/{pageOrigin}', 'https://c.example/https%3A%2F%2Fportal.example.com'],
    ['http://localhost:3000/{alias}', 'http://localhost:3000/a%2Fb%3Fc%23d'],
    ['https://c.example/a%20b?q={"x":"{alias}"}', 'https://c.example/a%20b?q={%22x%22:%22a%2Fb%3Fc%23d%22}'],
    ['https://c.example/?id={04A7-b}&of[alias]=$5', 'https://c.example/?id={04A7-b}&of[alias]=$5'],
    ['https://c.example/{alias}%2F{alias}', 'https://c.example/a%2Fb%3Fc%23d%2Fa%2Fb%3Fc%23d'],
  ])('%s', (template, expected) => {
    expect(fillTemplate(template, VALUES)).toEqual({ kind: 'url', url: expected });
  });

  it.each([
    ['chat.example.com', 'Enter a URL'],
    ['http://chat.example.com/', 'Use https'],
    ['javascript:alert(1)', 'Use https'],
    ['data:text/html,x', 'Use https'],
    ['https://user@chat.example.com/', 'Use https'],
    ['https://{alias}.example.com/', 'Use placeholders'],
    ['https://{meetingOrigin}', 'Use placeholders'],
    ['https://c.example/{{alias}}', '“{{alias}}” isn’t a placeholder. Enter {alias} instead.'],
    ['https://c.example/$'.concat('{alias}'), '{alias}” isn’t a placeholder. Enter {alias} instead.'],
    ['https://c.example/{ alias }', '“{ alias }” isn’t a placeholder. Enter {alias} instead.'],
    ['https://c.example/{Alias}', '“{Alias}” isn’t a placeholder. Enter {alias} instead.'],
    ['https://c.example/{alias', '“{alias” isn’t a placeholder. Enter {alias} instead.'],
    ['https://c.example/%7Balias%7D', '“%7Balias%7D” isn’t a placeholder. Enter {alias} instead.'],
    ['https://c.example/%alias%', '“%alias%” isn’t a placeholder. Enter {alias} instead.'],
    ['https://c.example/<alias>', '“<alias>” isn’t a placeholder. Enter {alias} instead.'],
    ['https://c.example/$alias', '“$alias” isn’t a placeholder. Enter {alias} instead.'],
    ['https://c.example/{alias}?n={displayname}', 'Enter {displayName} instead.'],
    ['https://c.example/{room}', '“{room}” isn’t a placeholder. You can use {alias}, {meetingOrigin},'],
    [`https://c.example/{${'a'.repeat(99)}}`, `“{${'a'.repeat(39)}” isn’t`],
  ])('%s is refused', (template, words) => {
    const checked = originOfTemplate(template);
    const why = checked.ok ? '' : checked.error;
    expect(why).toContain(words);
    const known = { ...VALUES, meetingOrigin: 'x', alias: 'x' };
    expect(fillTemplate(template, known)).toEqual({ kind: 'wrong', why });
  });

  it('is the site’s own before that of every site, and the administrator’s first', () => {
    const own = {
      place: 'dock' as const,
      displayName: '',
      chats: [
        { site: '*', url: 'every' },
        { site: 'https://a', url: 'a' },
      ],
    };
    const managed = { chats: [{ site: '*', url: 'managed' }], isLocked: false, problems: [] };
    expect(chatFor('https://a', { own, managed })?.url).toBe('a');
    expect(chatFor('https://b', { own, managed })?.url).toBe('managed');
    expect(chatFor('https://b', { own, managed: { chats: [], isLocked: false, problems: [] } })?.url).toBe(
      'every',
    );
  });
});

describe('what a chat says of its unread messages', () => {
  it.each([
    [3, 3],
    ['12', 12],
    ['999+', 1000],
    ['•', 'some'],
    ['', 0],
    [0, 0],
  ])('Rocket.Chat: %j', (data, expected) => {
    expect(readRocketChat({ eventName: 'unread-changed', data })).toBe(expected);
  });

  it.each([[{ eventName: 'room-opened', data: 3 }], [null], ['unread-changed'], [undefined]])(
    'Rocket.Chat, something else: %j',
    (data) => {
      expect(readRocketChat(data)).toBeUndefined();
    },
  );

  it.each([
    [4, 4],
    [0, 0],
    [-1, undefined],
    ['4', undefined],
    [1.5, undefined],
  ])('generic: %j', (count, expected) => {
    expect(readGeneric({ action: 'external-chat/unread', count })).toBe(expected);
  });

  it.each([
    ['(3) Team chat', 3],
    ['(999+) Team chat', 999],
    ['[2] Team chat', 2],
    ['(•) Team chat', 'some'],
    ['Team chat', 0],
    ['Team chat (3 floors)', 0],
    ['(3rd floor) Team chat', 0],
    ['', 0],
  ])('title: %j', (title, expected) => {
    expect(readTitle({ action: 'external-chat/title', title })).toBe(expected);
  });

  it.each([[{ title: '(3)' }], [{ action: 'external-chat/title', title: 3 }], ['(3)'], [null]])(
    'title, something else: %j',
    (data) => {
      expect(readTitle(data)).toBeUndefined();
    },
  );

  it('Rocket.Chat, room by room: the sum of what it has said of each', () => {
    const read = createRoomsReader();
    const says = (rid: unknown, unread: unknown, more: object = {}) =>
      read({ eventName: 'unread-changed-by-subscription', data: { rid, unread, alert: false, ...more } });
    expect(says('one', 0)).toBe(0);
    expect(says('one', 2)).toBe(2);
    expect(says('two', 3, { alert: true, name: 'general' })).toBe(5);
    expect(says('one', 0)).toBe(3);
    expect(says('two', 0, { alert: true })).toBe('some');
    expect(says('two', 0, { alert: true, unreadAlert: 'nothing' })).toBe(0);
    expect(says('', 7)).toBeUndefined();
    expect(says('one', '7')).toBeUndefined();
    expect(read({ eventName: 'unread-changed', data: { rid: 'one', unread: 7 } })).toBeUndefined();
  });
});

describe('a chat in its frame', () => {
  const source = {} as Window;
  const frame = { contentWindow: source } as HTMLIFrameElement;
  const event = (data: unknown, over: object = {}) =>
    ({ source, origin: 'https://chat', data, ...over }) as MessageEvent;
  const sum = (data: unknown) => ({ eventName: 'unread-changed', data });
  const room = { eventName: 'unread-changed-by-subscription', data: { rid: 'one', unread: 9, alert: true } };
  const title = { action: 'external-chat/title', title: '(7) Chat' };

  it('counts from its own window at its own origin, and from nobody else', () => {
    const read = createUnreadReader('https://chat');
    expect(read(event(sum(2)), frame)).toBe(2);
    expect(read(event(sum(2), { origin: 'https://evil' }), frame)).toBeUndefined();
    expect(read(event(sum(2), { source: {} }), frame)).toBeUndefined();
    expect(read(event(sum(2), { source: null }), frame)).toBeUndefined();
  });

  it('is heard in the best way that it has, and contradicts itself in no other', () => {
    const read = createUnreadReader('https://chat');
    expect(read(event(title), frame)).toBe(7);
    expect(read(event(room), frame)).toBe(9);
    expect(read(event(title), frame)).toBeUndefined();
    expect(read(event(sum('•')), frame)).toBe('some');
    expect(read(event(room), frame)).toBeUndefined();
    expect(read(event({ action: 'external-chat/unread', count: 1 }), frame)).toBe(1);
    expect(read(event(sum(2)), frame)).toBeUndefined();
  });

  it('has been seen once it was on screen: what came since is unread', () => {
    const since = createSinceSeen();
    expect(since.count(3)).toBe(3);
    expect(since.show(true)).toBe(0);
    expect(since.count(4)).toBe(0);
    expect(since.show(false)).toBe(0);
    expect(since.count(4)).toBe(0);
    expect(since.count(6)).toBe(2);
    expect(since.count('some')).toBe('some');
    expect(since.show(true)).toBe(0);
    expect(since.show(false)).toBe(0);
    expect(since.count('some')).toBe(0);
    expect(since.count(1)).toBe(1);
  });

  it('counts what was read in the chat itself when it comes again', () => {
    const since = createSinceSeen();
    since.show(true);
    since.count(5);
    since.show(false);
    expect(since.count(0)).toBe(0);
    expect(since.count(2)).toBe(2);
    expect(since.count('some')).toBe('some');
    since.show(true);
    since.show(false);
    expect(since.count(0)).toBe(0);
    expect(since.count('some')).toBe('some');
  });
});

describe('Rocket.Chat', () => {
  it('is known by what it says', () => {
    expect(eventOf({ eventName: 'startup', data: true })).toBe('startup');
    for (const other of [{ eventName: 'toString' }, { action: 'startup' }, 'startup', null]) {
      expect(eventOf(other)).toBeUndefined();
    }
  });

  it.each([
    ['https://chat.example.com/channel/qa?layout=embedded', '/channel/qa?layout=embedded'],
    ['https://example.com/chat/group/a%2Fb', '/group/a%2Fb'],
    ['https://chat.example.com/home', '/home'],
  ])('is led to %s', (url, path) => {
    expect(goTo(url)).toEqual({ externalCommand: 'go', path });
  });
});

describe('a site that is to be framed', () => {
  const CSP = 'content-security-policy';
  const XFO = 'x-frame-options';
  // What both browsers did with these headers, looked at with a frame in the side panel.
  it.each<[Record<string, string>, { chromium: boolean; firefox: boolean }]>([
    [{}, { chromium: false, firefox: false }],
    [{ [XFO]: 'DENY' }, { chromium: true, firefox: true }],
    [{ [XFO]: 'SAMEORIGIN, SAMEORIGIN' }, { chromium: true, firefox: true }],
    [{ [XFO]: 'ALLOWALL' }, { chromium: false, firefox: false }],
    [{ [CSP]: "default-src 'self'" }, { chromium: false, firefox: false }],
    [{ [CSP]: "default-src 'self'; frame-ancestors 'self'" }, { chromium: true, firefox: true }],
    [{ [CSP]: 'frame-ancestors https: http:' }, { chromium: true, firefox: true }],
    [{ [CSP]: 'frame-ancestors https://portal.example.com' }, { chromium: true, firefox: true }],
    [{ [CSP]: 'frame-ancestors *' }, { chromium: true, firefox: false }],
    [{ [CSP]: 'frame-ancestors chrome-extension: moz-extension:' }, { chromium: false, firefox: false }],
    [
      { [CSP]: 'frame-ancestors *', [XFO]: 'DENY' },
      { chromium: true, firefox: false },
    ],
    [{ [CSP]: "img-src *, frame-ancestors 'none'" }, { chromium: true, firefox: true }],
  ])('with %j', (headers, refused) => {
    expect(forbidsFraming(new Headers(headers), 'chrome-extension:')).toBe(refused.chromium);
    expect(forbidsFraming(new Headers(headers), 'moz-extension:')).toBe(refused.firefox);
  });
});
