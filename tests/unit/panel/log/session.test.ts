import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asScenario } from '../../../../panel/log/as-scenario';
import { plainUrl, reportOf } from '../../../../panel/log/report';
import {
  type Circumstances,
  entriesOf,
  readSession,
  sessionOf,
  writeSession,
} from '../../../../panel/log/session';
import { readScenario } from '../../../../panel/scenarios/read';
import { newMeeting } from '../../../../protocol/meeting';
import { replaySession, toldState } from '../../peer/replay-session';
import { aCallInTheLog, anEntry } from './entries';

const ABOUT: Circumstances = {
  at: Date.UTC(2026, 0, 1),
  extension: '0.1.0',
  browser: 'A browser',
  site: 'https://portal.example.com',
  mode: 'drive',
  dropped: { source: 2 },
  meetings: [newMeeting('meeting-1', { origin: 'https://meet.example.com/?token=secret' })],
};

describe('a session', () => {
  it('is read back as it was written', () => {
    const log = aCallInTheLog();
    const written = sessionOf(log, ABOUT, false);
    const read = readSession(writeSession(written));
    expect(read).toEqual({ ok: true, value: written });
    const entries = entriesOf(written);
    expect(entries.map(({ name, data }) => [name, data])).toEqual(log.map(({ name, data }) => [name, data]));
    expect(entries.map(({ roundTrip }) => roundTrip).filter(Boolean)).toEqual([2_500]);
  });

  it('has nothing of an address that only a later message gives away', () => {
    const log = [
      anEntry('dial-out-error', { message: 'bob@example.com is unknown' }),
      anEntry('dial-out', { destination: 'bob@example.com' }, { verdict: 'sent' }),
    ];
    expect(writeSession(sessionOf(log, ABOUT, true))).not.toContain('bob');
  });

  it.each([
    ['no JSON', '{', /JSON/],
    ['a list', '[]', /is required/],
    ['another file', '{"format":"presets"}', /^format must be external-chat session/],
    ['a later version', JSON.stringify({ ...sessionOf([], ABOUT, true), version: 2 }), /^version must be 1/],
    [
      'an entry without a verdict',
      JSON.stringify({ ...sessionOf([], ABOUT, true), entries: [{ at: 1 }] }),
      /^entries/,
    ],
  ])('is refused if it is %s, and says why', (_name, text, why) => {
    const read = readSession(text);
    expect(read.ok ? '' : read.error).toMatch(why);
  });

  it('comes to the same states, masked or not', () => {
    for (const masked of [true, false]) {
      const [state] = replaySession(sessionOf(aCallInTheLog(), ABOUT, masked));
      expect(toldState(state ?? {})).toMatchObject({
        plugin: { name: 'ready', version: '1' },
        calls: [{ id: 'c1', uuid: 'u1', state: { name: 'joined' } }],
      });
    }
  });
});

describe('a session file of format version 1', () => {
  const path = new URL('../../../fixtures/log-sessions/version-1.json', import.meta.url);
  const read = readSession(readFileSync(path, 'utf8'));

  it('opens with every line of its log', () => {
    const lines = read.ok ? entriesOf(read.value).map(({ name }) => name) : [];
    expect(lines).toHaveLength(10);
    expect(lines).toEqual(
      expect.arrayContaining(['ready', 'dial', 'toggle-chat', 'other-unread', 'set-badge']),
    );
  });

  it('replays to the state that it recorded', () => {
    const recorded = read.ok ? (read.value.meetings[0] as Record<string, unknown>) : {};
    const [replayed] = read.ok ? replaySession(read.value) : [];
    const { plugin, chat, badge, unread, calls } = recorded;
    expect(replayed).toMatchObject({ plugin, chat, badge, unread, calls });
    expect(calls).toHaveLength(1);
  });
});

describe('a bug report', () => {
  it('tells what runs, the times and the last messages, and no secret', () => {
    const many = Array.from({ length: 80 }, () => anEntry('toggle-chat', { active: true }));
    const report = reportOf(sessionOf([...many, ...aCallInTheLog()], ABOUT, true));
    expect(report).not.toMatch(/alice|secret|1234/);
    expect(report).toContain('- Extension: 0.1.0');
    expect(report).toContain('- `dial-out-success` came 1 times after its question: median 2500.0 ms');
    expect(report).toContain('## The last 50 of 86 messages');
    expect(report.split('\n').filter((line) => /^\| \d\d:/.test(line))).toHaveLength(50);
  });

  it('lets no payload end its cell', () => {
    const report = reportOf(sessionOf([anEntry('message', { text: 'a | `b`\n| c' })], ABOUT, false));
    const rows = report.split('\n').filter((line) => /^\| \d\d:/.test(line));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.match(/(?<!\\)\|/g)).toHaveLength(8);
  });

  it.each([
    ['https://user:pass@meet.example.com/webapp3/m/qa?pin=1#x', 'https://meet.example.com/webapp3/m/qa'],
    ['https://portal.example.com', 'https://portal.example.com'],
    ['not an address', ''],
  ])('keeps of %s only %s', (url, plain) => expect(plainUrl(url)).toBe(plain));
});

describe('a test that is copied', () => {
  it('is a scenario that does the same, with its destinations as variables', () => {
    const log = [
      ...aCallInTheLog(),
      anEntry('set-badge', { meeting: 'meeting-1', visible: true }, { verdict: 'asked' }),
      anEntry('button-state', { active: false, badge: true }),
      anEntry('send-message', { meeting: 'meeting-1', text: 'Hi', requestId: 'm1' }, { verdict: 'asked' }),
      anEntry('message', { id: '1', at: 1, text: 'Hi', own: true, requestId: 'm1' }),
      anEntry('hang-up', { meeting: 'meeting-1', call: 'c1' }, { verdict: 'asked' }),
      anEntry('dial-out-progress', { state: 'left', requestId: 'c1', uuid: 'u1' }),
    ];
    const read = readScenario(asScenario(log, 'Recorded scenario'));
    if (!read.ok) throw new Error(read.error.join('\n'));
    expect(read.value.variables).toEqual({ destination1: 'alice@example.com' });
    expect(read.value.steps.map((step) => step.do)).toEqual([
      'expect-status',
      'dial',
      'expect-call',
      'expect-call',
      'set-badge',
      'expect-message',
      'send',
      'expect-message',
      'hang-up',
      'expect-call',
    ]);
  });

  it('does to people what was done to them, by name, by call or as the user', () => {
    const act = (action: object) =>
      anEntry('act', { meeting: 'meeting-1', action: { requestId: 'a1', ...action } }, { verdict: 'asked' });
    const log = [
      ...aCallInTheLog(),
      anEntry('self', { participantUuid: 'me' }),
      anEntry('roster', { participants: [{ uuid: 'me' }, { uuid: 'u2', displayName: 'Bob' }] }),
      anEntry('roster-change', { joined: [{ uuid: 'u3', displayName: 'Carol' }], left: [], updated: [] }),
      act({ name: 'mute', participantUuid: 'u1', muted: true }),
      act({ name: 'mute-video', participantUuid: 'u2', muted: false }),
      act({ name: 'admit', participantUuid: 'u3' }),
      act({ name: 'raise-hand', raised: true }),
      act({ name: 'mute', participantUuid: 'me', muted: false }),
      act({ name: 'dtmf', participantUuid: 'u4', digits: '12#' }),
      act({ name: 'transfer', participantUuid: 'u2', alias: 'other', role: 'guest' }),
      act({ name: 'mute-all-guests', muted: true }),
      act({ name: 'lock', locked: false }),
      act({ name: 'disconnect-all' }),
      act({ name: 'toString' }),
      act({ name: 'admit' }),
      anEntry('conference', { locked: false }),
      anEntry('action-error', { requestId: 'a1', action: 'mute', message: 'No' }),
    ];
    const read = readScenario(asScenario(log, 'Recorded scenario'));
    if (!read.ok) throw new Error(read.error.join('\n'));
    expect(read.value.steps.slice(3).map(({ name: _, ...step }) => step)).toEqual([
      expect.objectContaining({ do: 'expect-call', state: 'failed' }),
      { do: 'mute', call: 'call-1' },
      { do: 'camera-on', person: 'Bob' },
      { do: 'admit', person: 'Carol' },
      { do: 'raise-hand' },
      { do: 'unmute' },
      { do: 'send-tones', person: 'u4', digits: '12#' },
      { do: 'transfer', person: 'Bob', alias: 'other', role: 'guest' },
      { do: 'mute-all-guests' },
      { do: 'unlock' },
      { do: 'disconnect-everyone' },
    ]);
    expect(read.value.steps.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Mute: call-1', 'Camera on: Bob', 'Unmute: you', 'Mute all guests']),
    );
  });

  it('is a valid one even of an empty log', () => {
    expect(readScenario(asScenario([], 'Recorded scenario')).ok).toBe(true);
  });
});
