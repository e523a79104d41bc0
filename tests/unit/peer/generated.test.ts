import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MeetingRequest, onPanelRequest } from '../../../peer/panel-server/requests';
import { onPluginMessage } from '../../../peer/reducer';
import { isActionName } from '../../../protocol/action-effect';
import { CALL_TYPES, PROTOCOLS, ROLES } from '../../../protocol/dial-fields';
import { fromHost } from '../../../protocol/from-host';
import { fromPlugin } from '../../../protocol/from-plugin';
import { type Meeting, newMeeting } from '../../../protocol/meeting';
import { parsePanelRequest } from '../../../protocol/panel-requests';
import { parseHostMessage } from '../../../protocol/parse-host-message';
import { parsePluginMessage } from '../../../protocol/parse-plugin-message';
import { DIALECTS, PREFIX, toWire } from '../../../protocol/wire';
import { forAll } from '../generated/for-all';

const RUNS = { numRuns: 20_000 };

const id = fc.string({ minLength: 1, maxLength: 128 });
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });

/** A name of the contract, and fields that are right, wrong or somebody else's. */
const anyAction = fc.oneof(
  fc.constantFrom(...Object.keys(fromPlugin), ...Object.keys(fromHost)).map((name) => PREFIX + name),
  fc.constantFrom(...Object.keys(fromPlugin)).map((name) => DIALECTS.videoconf + name),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty').map((name) => PREFIX + name),
  fc.string().map((name) => PREFIX + name),
  fc.anything(),
);
const anyFields = fc.dictionary(
  fc.constantFrom(
    'active',
    'visible',
    'uuid',
    'requestId',
    'message',
    'features',
    'displayName',
    '__proto__',
    'role',
    'destination',
    'protocol',
    'calls',
    'state',
  ),
  fc.oneof(
    fc.boolean(),
    fc.string(),
    id,
    fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
  ),
);
const anyData = fc.oneof(
  fc.tuple(anyAction, anyFields).map(([action, fields]) => ({ ...fields, action })),
  fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true, withSet: true }),
);

const dialBody = fc.record(
  {
    role: fc.constantFrom(...ROLES),
    destination: fc
      .string({ minLength: 1, maxLength: 512 })
      .filter((text) => text.trim() === text && text !== ''),
    protocol: fc.constantFrom(...PROTOCOLS),
    call_type: fc.constantFrom(...CALL_TYPES),
    text: fc.string({ minLength: 1, maxLength: 256 }),
    requestId: id,
  },
  { requiredKeys: ['role', 'destination', 'protocol'] },
);

describe('the parsers, on anything', () => {
  it('do not throw, and change no prototype', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    forAll(
      fc.property(anyData, (data) => {
        for (const parse of [parsePluginMessage, parseHostMessage]) {
          const parsed = parse(data);
          if (parsed.ok) expect(Object.getPrototypeOf(parsed.message)).toBe(Object.prototype);
        }
        parsePanelRequest(data, isActionName);
        expect(Reflect.get({}, 'active')).toBeUndefined();
      }),
      { numRuns: 60_000 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype).length).toBe(before);
  });

  it('read back every message that they let through', () => {
    forAll(
      fc.property(anyData, (data) => {
        const parsed = parsePluginMessage(data);
        if (!parsed.ok) return;
        const again = parsePluginMessage(toWire(parsed.message));
        expect(again).toMatchObject({ ok: true, message: parsed.message });
      }),
      RUNS,
    );
  });

  it('carry every valid dial-out unchanged', () => {
    forAll(
      fc.property(dialBody, (body) => {
        const wire = { ...body, action: `${PREFIX}dial-out` };
        const parsed = parseHostMessage(wire);
        expect(parsed.ok && toWire(parsed.message)).toEqual(wire);
      }),
      RUNS,
    );
  });
});

/** What can happen to a meeting: the plugin says something, or the user asks for something. */
const calls = fc.constantFrom('a', 'b', 'c');
const event = fc.oneof(
  fc.record({ name: fc.constant('toggle-chat' as const), active: fc.boolean() }),
  fc.constantFrom(
    { name: 'ready' as const },
    { name: 'connected' as const },
    { name: 'disconnected' as const },
  ),
  fc.record({
    name: fc.constant('ready' as const),
    features: fc.constant<string[]>(['request-id', 'hang-up', 'call-status']),
  }),
  fc.record({ name: fc.constant('dial-out-success' as const), uuid: id, requestId: maybe(calls) }),
  fc.record({ name: fc.constant('dial-out-error' as const), message: fc.string(), requestId: maybe(calls) }),
  fc.record({
    type: fc.constant('set-chat' as const),
    meeting: fc.constant('m'),
    page: fc.constant(0),
    load: fc.constant(0),
    active: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('set-badge' as const),
    meeting: fc.constant('m'),
    page: fc.constant(0),
    load: fc.constant(0),
    visible: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('dial' as const),
    meeting: fc.constant('m'),
    page: fc.constant(0),
    load: fc.constant(0),
    call: calls,
    request: fc.constant({ role: 'GUEST', destination: 'x', protocol: 'auto' } as const),
  }),
  fc.record({
    type: fc.constant('hang-up' as const),
    meeting: fc.constant('m'),
    page: fc.constant(0),
    load: fc.constant(0),
    call: calls,
  }),
);
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

const take = (meeting: Meeting, happened: Event, at: number) =>
  'name' in happened
    ? onPluginMessage(meeting, happened, at)
    : onPanelRequest(meeting, happened as MeetingRequest, at);

/** Freezes a state to its depths, so that a step that changes it instead of making a new one throws. */
const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
};

describe('the state machine, on any history', () => {
  const replay = (history: readonly Event[]) =>
    history.reduce(
      (meeting, happened, at) => frozen(take(meeting, happened, at).meeting),
      frozen(newMeeting('m')),
    );

  it('has the state that the replay of its history has', () => {
    forAll(
      fc.property(fc.array(event, { maxLength: 30 }), (history) => {
        expect(replay(history)).toEqual(replay(structuredClone(history)));
      }),
      { numRuns: 5_000 },
    );
  });

  it('follows the last word on chat and badge, and loses no call', () => {
    forAll(
      fc.property(fc.array(event, { maxLength: 30 }), (history) => {
        const meeting = replay(history);
        const chat = history.findLast((each) =>
          'name' in each ? each.name === 'toggle-chat' : each.type === 'set-chat',
        );
        expect(meeting.chat).toBe(chat && 'active' in chat ? chat.active : false);
        const badge = history.findLast((each) => 'type' in each && each.type === 'set-badge');
        expect(meeting.badge).toBe(badge && 'visible' in badge ? badge.visible : false);
        expect(meeting.calls.length).toBe(
          history.filter((each) => 'type' in each && each.type === 'dial').length,
        );
      }),
      { numRuns: 5_000 },
    );
  });

  it('never dials but for a request of the user', () => {
    forAll(
      fc.property(fc.array(event, { maxLength: 30 }), (history) => {
        let meeting = newMeeting('m');
        let asked = 0;
        let dialed = 0;
        for (const [at, happened] of history.entries()) {
          if ('type' in happened && happened.type === 'dial') asked += 1;
          const result = take(meeting, happened, at);
          dialed += result.messages.filter(({ name }) => name === 'dial-out').length;
          meeting = result.meeting;
          expect(dialed).toBeLessThanOrEqual(asked);
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
