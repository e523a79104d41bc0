import { describe, expect, it } from 'vitest';
import { type PanelRequest, parsePanelRequest } from '../../../protocol/panel';

const meeting = 'meeting-1';
const call = 'call-1';
const request = { destination: 'alice', role: 'GUEST', protocol: 'auto' } as const;

/** One of each. */
const REQUESTS: readonly PanelRequest[] = [
  { type: 'set-chat', meeting, active: true },
  { type: 'set-badge', meeting, visible: false },
  { type: 'dial', meeting, call, request },
  { type: 'dial-now', meeting, call },
  { type: 'hang-up', meeting, call },
  { type: 'send-anyway', meeting },
  { type: 'reload', meeting },
  { type: 'set-mode', mode: 'watch' },
  { type: 'send-message', meeting, text: '', requestId: 'one' },
  { type: 'draft', meeting, text: 'half' },
  { type: 'look', meeting: '' },
  { type: 'other-unread', meeting, unread: 'some' },
  { type: 'other-unread', meeting, unread: 3 },
  { type: 'messages', meeting, after: 0 },
  { type: 'set-participants', meeting, active: true },
  { type: 'follow-people', meeting, on: true },
  { type: 'act', meeting, action: { name: 'mute', participantUuid: 'u1', muted: true, requestId: 'r1' } },
  { type: 'dismiss', meeting, requestId: 'r1' },
  { type: 'inspect', on: true },
  { type: 'send-raw', meeting, wire: null },
];

describe.each(REQUESTS)('a request of the panel: $type', (good) => {
  it('is read as it is', () => {
    expect(parsePanelRequest(good)).toBe(good);
  });

  /** Raw messages are for testers, and may be anything. */
  const names = Object.keys(good).filter((name) => name !== 'type' && name !== 'wire');

  it.each(names)('is refused without %s, or with one of another type', (name) => {
    const { [name]: _, ...rest } = good as Record<string, unknown>;
    expect(parsePanelRequest(rest)).toBeUndefined();
    for (const wrong of [null, undefined, [['x']], Symbol('x'), () => 'x', 1n]) {
      // A list is an object, and what a dial-out contains is judged before it is sent.
      if (name === 'request' && Array.isArray(wrong)) continue;
      expect(parsePanelRequest({ ...rest, [name]: wrong })).toBeUndefined();
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
  expect(parsePanelRequest(data)).toBeUndefined();
});
