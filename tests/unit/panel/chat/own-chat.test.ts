import { describe, expect, it } from 'vitest';
import { chatFor } from '../../../../panel/chat/config';
import { fillTemplate, originOfTemplate } from '../../../../panel/chat/template';
import { readGeneric } from '../../../../panel/chat/unread/generic';
import { readUnread } from '../../../../panel/chat/unread/heard';
import { readRocketChat } from '../../../../panel/chat/unread/rocket-chat';

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
  ])('%s', (template, expected) => {
    expect(fillTemplate(template, VALUES)).toBe(expected);
  });

  it.each([
    ['chat.example.com', 'Write an address'],
    ['http://chat.example.com/', 'Only https'],
    ['javascript:alert(1)', 'Only https'],
    ['data:text/html,x', 'Only https'],
    ['https://user@chat.example.com/', 'Only https'],
    ['https://{alias}.example.com/', 'Host and port'],
    ['https://{meetingOrigin}', 'Host and port'],
  ])('%s is refused', (template, words) => {
    const checked = originOfTemplate(template);
    expect(checked.ok ? '' : checked.error).toContain(words);
    expect(fillTemplate(template, { ...VALUES, meetingOrigin: 'x', alias: 'x' })).toBeUndefined();
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
    const managed = { chats: [{ site: '*', url: 'managed' }], problems: [] };
    expect(chatFor('https://a', { own, managed })?.url).toBe('a');
    expect(chatFor('https://b', { own, managed })?.url).toBe('managed');
    expect(chatFor('https://b', { own, managed: { chats: [], problems: [] } })?.url).toBe('every');
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

  it('counts from its own window at its own origin, and from nobody else', () => {
    const source = {} as Window;
    const frame = { contentWindow: source } as HTMLIFrameElement;
    const event = (over: object) =>
      ({
        source,
        origin: 'https://chat',
        data: { eventName: 'unread-changed', data: 2 },
        ...over,
      }) as MessageEvent;
    expect(readUnread(event({}), frame, 'https://chat')).toBe(2);
    expect(readUnread(event({ origin: 'https://evil' }), frame, 'https://chat')).toBeUndefined();
    expect(readUnread(event({ source: {} }), frame, 'https://chat')).toBeUndefined();
    expect(readUnread(event({ source: null }), frame, 'https://chat')).toBeUndefined();
  });
});
