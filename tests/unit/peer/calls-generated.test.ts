import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onPanelRequest } from '../../../peer/panel-server/requests';
import { onPluginMessage } from '../../../peer/reducer';
import type { ReducerResult } from '../../../peer/reducer-result';
import { isOpen } from '../../../protocol/calls';
import type { Call, Meeting } from '../../../protocol/meeting';
import type { PluginMessage } from '../../../protocol/messages';
import type { PanelRequest } from '../../../protocol/panel-requests';
import { forAll } from '../generated/for-all';
import { fresh, OUR_FEATURES, request } from './replay';

type Asked = Extract<PanelRequest, { type: 'dial' | 'dial-now' | 'hang-up' }>;
type Event = PluginMessage | Asked;

const call = fc.constantFrom('a', 'b', 'c', 'd');
const requestId = fc.option(fc.oneof(call, fc.constant('stranger')), { nil: undefined });
const uuid = fc.constantFrom('uuid-1', 'uuid-2', 'uuid-3');
const meeting = fc.constant('m1');
const page = fc.constant(0);
const load = fc.constant(0);
const progress = fc.constantFrom('calling', 'ringing', 'joined', 'left');
const always = <const T>(value: T) => fc.constant(value);

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    type: always('dial'),
    page,
    load,
    meeting,
    call,
    request: fc.constant(request),
    overlap: fc.boolean(),
  }),
  fc.record({ type: always('dial-now'), page, load, meeting, call }),
  fc.record({ type: always('hang-up'), page, load, meeting, call }),
  fc.record({ name: always('dial-out-success'), uuid, requestId }),
  fc.record({
    name: always('dial-out-error'),
    message: fc.constantFrom('busy', 'gone', ''),
    requestId,
  }),
  fc.record({
    name: always('dial-out-progress'),
    state: progress,
    requestId,
    uuid: fc.option(uuid, { nil: undefined }),
  }),
  fc.record({ name: always('hang-up-error'), message: fc.constant('no'), requestId }),
  fc.constantFrom<PluginMessage[]>(
    { name: 'ready' },
    { name: 'ready', features: OUR_FEATURES },
    { name: 'connected' },
    { name: 'disconnected' },
  ),
);

/** Every call is dialed once: the panel never uses an id again. */
const history = fc.array(event, { maxLength: 40 }).map((events) => {
  const used = new Set<string>();
  return events.filter((each) => {
    if (!('type' in each) || each.type !== 'dial') return true;
    if (used.has(each.call)) return false;
    used.add(each.call);
    return true;
  });
});

const take = (state: Meeting, each: Event, now: number): ReducerResult =>
  'name' in each ? onPluginMessage(state, each, now) : onPanelRequest(state, each, now);

/** Walks through a history, and shows each step with the meeting before it. */
function walk(
  events: readonly Event[],
  see: (before: Meeting, each: Event, result: ReducerResult) => void,
): void {
  events.reduce((before, each, now) => {
    const result = take(before, each, now);
    see(before, each, result);
    return result.meeting;
  }, fresh);
}

const find = ({ calls }: Meeting, id: string) => calls.find((each) => each.id === id);
const hasEnded = ({ state }: Call) => ['left', 'failed', 'cancelled'].includes(state.name);

describe('calls, through any history', () => {
  it('keep the end that they have', () => {
    forAll(
      fc.property(history, (events) => {
        walk(events, (before, _each, { meeting: after }) => {
          for (const ended of before.calls.filter(hasEnded)) {
            expect(find(after, ended.id)?.state).toEqual(ended.state);
          }
        });
      }),
      { numRuns: 5_000 },
    );
  });

  it('are each dialed once at most, and only while they wait', () => {
    forAll(
      fc.property(history, (events) => {
        const dialed = new Set<string | undefined>();
        walk(events, (before, each, { messages }) => {
          for (const message of messages) {
            if (message.name !== 'dial-out') continue;
            expect(dialed.has(message.requestId)).toBe(false);
            dialed.add(message.requestId);
            const isNew = 'type' in each && each.type === 'dial' && each.call === message.requestId;
            expect(isNew || find(before, message.requestId ?? '')?.state.name === 'queued').toBe(true);
          }
        });
      }),
      { numRuns: 5_000 },
    );
  });

  it('are not moved by what names another', () => {
    forAll(
      fc.property(history, (events) => {
        walk(events, (before, each, { meeting: after }) => {
          if (!('requestId' in each) || each.requestId === undefined) return;
          for (const other of before.calls) {
            const now = find(after, other.id);
            // A queued one may be dialed, since its turn has come.
            if (other.id !== each.requestId && other.state.name !== 'queued') expect(now).toEqual(other);
          }
        });
      }),
      { numRuns: 5_000 },
    );
  });

  it('are one of these together: the open ones of them agree', () => {
    forAll(
      fc.property(history, (events) => {
        walk(events, (_before, _each, { meeting: after }) => {
          for (const { state } of after.calls) {
            if (state.name !== 'one-of') continue;
            expect(state.of).toBeGreaterThan(1);
            expect(state.joined + state.failed.length).toBeLessThanOrEqual(state.of);
          }
          const open = after.calls.filter(isOpen).filter(({ state }) => state.name === 'one-of');
          expect(new Set(open.map(({ state }) => JSON.stringify(state))).size).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 5_000 },
    );
  });
});
