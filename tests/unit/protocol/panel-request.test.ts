import { describe, expect, it } from 'vitest';
import { isActionName } from '../../../protocol/action-effect';
import { type PanelRequest, parsePanelRequest } from '../../../protocol/panel-requests';
import { PERSON_ACTIONS } from '../../../protocol/people-features';

const read = (data: unknown) => parsePanelRequest(data, isActionName);

const page = 7;
const target = { page, meeting: 'meeting-1', load: 1 };
const call = 'call-1';
const request = { destination: 'alice', role: 'GUEST', protocol: 'auto' } as const;

/** One of each. */
const REQUESTS: readonly PanelRequest[] = [
  { type: 'set-chat', ...target, active: true },
  { type: 'set-badge', ...target, visible: false },
  { type: 'dial', ...target, call, request },
  { type: 'dial-now', ...target, call },
  { type: 'hang-up', ...target, call },
  { type: 'send-anyway', ...target },
  { type: 'reload', ...target },
  { type: 'set-mode', page, mode: 'watch' },
  { type: 'send-message', ...target, text: '', requestId: 'one' },
  { type: 'draft', ...target, text: 'half' },
  { type: 'look', page, meeting: '', shown: 0 },
  { type: 'other-unread', ...target, unread: 'some' },
  { type: 'other-unread', ...target, unread: 3 },
  { type: 'messages', ...target, after: 0 },
  { type: 'inspect', page, on: true },
  { type: 'send-raw', ...target, wire: null },
  { type: 'set-participants', ...target, active: true },
  { type: 'follow-people', ...target, on: true, shown: false },
  { type: 'act', ...target, action: { name: 'mute', participantUuid: 'u1', muted: true, requestId: 'r1' } },
  { type: 'dismiss', ...target, requestId: 'r1' },
];

describe.each(REQUESTS)('a request of the panel: $type', (good) => {
  it('is read as it is', () => {
    expect(read(good)).toBe(good);
  });

  /** Raw messages are for testers, and may be anything. */
  const names = Object.keys(good).filter((name) => name !== 'type' && name !== 'wire');

  it.each(names)('is refused without %s, or with one of another type', (name) => {
    const { [name]: _, ...rest } = good as Record<string, unknown>;
    expect(read(rest)).toBeUndefined();
    for (const wrong of [null, undefined, [['x']], Symbol('x'), () => 'x', 1n]) {
      // A list is an object, and what a dial-out contains is judged before it is sent.
      if (name === 'request' && Array.isArray(wrong)) continue;
      expect(read({ ...rest, [name]: wrong })).toBeUndefined();
    }
  });
});

it.each([
  null,
  undefined,
  'set-chat',
  7,
  {},
  { type: 7 },
  { type: 'constructor' },
  { type: '__proto__' },
  [],
])('takes %j for no request', (data) => {
  expect(read(data)).toBeUndefined();
});

describe('an action on people', () => {
  const act = (name: unknown) => ({
    type: 'act',
    ...target,
    action: { name, participantUuid: 'u1', requestId: 'r1' },
  });

  it.each(PERSON_ACTIONS)('is read if it is %s', (name) => {
    expect(read(act(name))).toEqual(act(name));
  });

  it.each([
    ['another message to the plugin', 'dial-out'],
    ['an answer to it', 'toggle-chat-button-state'],
    ['the name of something that every object has', 'constructor'],
    ['the prototype', '__proto__'],
    ['a list of a name', ['mute']],
    ['an object that reads as a name', { toString: (): string => 'mute' }],
    ['in capitals', 'MUTE'],
    ['empty', ''],
  ])('is refused if its name is %s', (_, name) => {
    expect(read(act(name))).toBeUndefined();
  });
});
