import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { HISTORY, type HistoryEntry, isStorable, MAX_ENTRIES, merged } from '../../../../panel/history/entry';
import { createHistoryStore, found } from '../../../../panel/history/history-store';
import { recordHistory } from '../../../../panel/history/recorder';
import { redact } from '../../../../panel/request/redact';
import type { DialRequest } from '../../../../protocol/dial-fields';
import type { Call, Meeting } from '../../../../protocol/meeting';
import { DEFAULT_SETTINGS } from '../../../../settings/settings';
import { readItem } from '../../../../settings/storage/item';
import { memoryStorage } from '../../../../settings/storage/memory';
import { until } from '../../../until';
import { aCall, aMeeting, START } from '../fixture';

const request = (over: Partial<DialRequest>): DialRequest => ({
  destination: 'alice@example.com',
  role: 'GUEST',
  protocol: 'auto',
  ...over,
});

describe('what is never written down', () => {
  it.each([
    ['tones behind a number', '+4722334455,,1234#', '+4722334455'],
    ['a PIN parameter', 'alice@example.com;pin=1234', 'alice@example.com'],
    ['a PIN in a query', 'alice@example.com?pin=1234', 'alice@example.com'],
    ['a PIN behind stars', 'room**1234@example.com', 'room@example.com'],
    ['a PIN behind a conference', '10.0.0.5##4711**1234', '10.0.0.5##4711'],
    ['a passcode of Zoom', '12345678901.4711@zoomcrc.com', '12345678901@zoomcrc.com'],
    ['a stream key', 'rtmp://live.example.com/app/secret', 'rtmp://live.example.com/app/'],
    ['a stream key alone in the path', 'rtmp://live.example.com/secret', 'rtmp://live.example.com/'],
    ['a PIN behind one hash', '1001#4711@example.com', '1001@example.com'],
    ['a password with an at sign', 'alice:s3@cret@example.com', 'alice@example.com'],
    ['a stream key in a query', 'rtmps://live.example.com/app/x?key=secret', 'rtmps://live.example.com/app/'],
    ['PINs behind dollars', '1001$$1111$$2222@x', '1001@x'],
    ['PINs behind hashes', '172.22.30.40##1001##1111##2222', '172.22.30.40##1001'],
    ['a password of a user', 'sip:alice:s3cret@x', 'sip:alice@x'],
    ['tones before a host', '+4722334455,,1234#@gw', '+4722334455@gw'],
    ['nothing but a PIN', ';pin=1234', '…'],
    ['a stream key without slashes', 'rtmp:host/app/key', 'rtmp:host/app/'],
    ['a password in an address', 'rtmp://me:secret@live.example.com/app/k', 'rtmp://live.example.com/app/'],
    ['a password with a slash in an address', 'rtmp://me:s/t@live.example/app/k', 'rtmp://live.example/app/'],
    ['a stream key behind backslashes', 'rtmp:\\\\host\\app\\key', 'rtmp://host/app/'],
    ['a key of another kind of stream', 'rtmpt://host/app/key', 'rtmpt://host/app/'],
    ['a key in the parameters of a stream', 'srt://host:9000?streamid=key', 'srt://host:9000'],
    ['a stream key before an ending slash', 'rtmp://host/app/key/', 'rtmp://host/app/'],
    ['a stream key whose scheme is escaped', 'rtmp%3A//host/app/key', 'rtmp://host/app/'],
    ['tones with spaces', '+4722334455 ,, 1234 #', '+4722334455'],
    ['tones with letters', '+4722334455,,AB12#', '+4722334455'],
    ['tones in wide digits', '+4722334455，，１２３４', '+4722334455'],
    ['tones in digits of another script', '+4722334455,,١٢٣٤#', '+4722334455'],
    ['tones before a parameter', '+4722334455,,1234#;ext=5', '+4722334455;ext=5'],
    ['tones in a parameter', '+4722334455;postd=pp1234', '+4722334455'],
    ['a password behind two schemes', 'tel:alice:s3cret@x', 'tel:alice@x'],
    ['a password behind slashes', 'sip://alice:s3cret@x', 'sip://alice@x'],
    ['a password of nobody', ':s3cret@x', '@x'],
    ['a password behind a name with a slash', 'alice/x:s3cret@x', 'alice/x@x'],
    ['a password behind an escape', 'alice%3As3cret@x', 'alice@x'],
    ['a password behind an escape of an escape', 'alice%253As3cret@x', 'alice@x'],
    ['a password between wide signs', 'alice：s3cret＠x', 'alice@x'],
    ['a PIN behind hashes', '4711##1234@10.0.0.5', '4711@10.0.0.5'],
    ['a PIN behind a host and hashes', 'alice@x##1234', 'alice@x'],
    ['a PIN with letters behind one hash', '1001#12ab@x', '1001@x'],
    ['a passcode behind a number and a hash', '1001#secret@x', '1001@x'],
    ['a PIN behind three stars', 'room***1234@x', 'room@x'],
    ['a PIN of one digit', 'room**1@x', 'room@x'],
    ['a PIN with letters behind stars', 'room**12ab#@x', 'room@x'],
    ['a PIN behind dollars alone', '$$1111@x', '@x'],
    [
      'a passcode of Zoom at an address',
      'sip:12345678901.4711@162.255.37.11',
      'sip:12345678901@162.255.37.11',
    ],
    ['a role PIN', 'https://host/webapp3/m/a?role_pin=1234', 'https://host/webapp3/m/a'],
    ['a token', 'alice@x?access_token=abcd', 'alice@x'],
    ['a secret in an escaped parameter', 'alice@x%3Bpin%3D1234', 'alice@x'],
    ['a password with a sign behind a code', '**20:x@907856@x', '**20@x'],
    ['a PIN between an IP address and a host', '10.0.0.5##4711@x', '10.0.0.5@x'],
    [
      'a stream key with a sign, at IPv6',
      'rtmp://[2001:db8::1]:1935/app/k@4711',
      'rtmp://[2001:db8::1]:1935/app/',
    ],
    ['a PIN in words', 'alice@x PIN 1234', 'alice@x PIN …'],
    ['a PIN next to a number', '+4722334455PIN: 1234#', '+4722334455PIN …#'],
  ])('%s', (_, destination, written) => {
    expect(redact(request({ destination }))).toMatchObject({
      removed: true,
      request: { destination: written },
    });
  });

  it('tones, and PINs in words', () => {
    const { request: kept, removed } = redact(
      request({ dtmf_sequence: '1234#', text: 'Room, PIN: 4711', presentation_url: 'rtmp://x/app/key' }),
    );
    expect(removed).toBe(true);
    expect(kept).not.toHaveProperty('dtmf_sequence');
    expect(JSON.stringify(kept)).not.toMatch(/1234|4711|key/);
  });

  it.each([
    'alice@example.com',
    '+4722334455',
    'sips:bob@example.com',
    '10.0.0.5##4711',
    'meet.me.2',
    '*97',
    '**20',
    '*67201',
    '*43@pbx',
    'room*12',
    '#31#+4722334455',
    '##31',
    '1001#',
    'alice@10.0.0.5##4711',
    '[2001:db8::1]##4711',
    'alice@[2001:db8::1]:5060;transport=tls',
    'sip:alice@example.com;user=phone',
    'ann%25@x',
    'Spin Class 12',
  ])('but %s as it is', (destination) => {
    expect(redact(request({ destination }))).toEqual({ removed: false, request: request({ destination }) });
  });
});

describe('the recorder', () => {
  const JOINED = { name: 'joined', at: START } as const;

  async function record(history = true) {
    const storage = memoryStorage();
    const meetings = signal<readonly Meeting[]>([]);
    const settings = signal({ ...DEFAULT_SETTINGS, history });
    recordHistory(meetings, settings, storage, new AbortController().signal);
    const say = (...calls: Call[]) => {
      meetings.value = [aMeeting({ calls })];
    };
    const written = () => readItem(storage.local, HISTORY);
    return { storage, say, written, settings };
  }

  it('writes a call when it is placed, and how it went', async () => {
    const { say, written } = await record();
    say(aCall('alice'));
    await until(async () => expect(await written()).toMatchObject([{ outcome: 'open' }]));
    say(aCall('alice', { state: JOINED, displayName: 'Alice', joinedAt: START }));
    await until(async () =>
      expect(await written()).toMatchObject([{ outcome: 'joined', name: 'Alice', meeting: 'qa.meeting' }]),
    );
  });

  it('writes nothing of what was never dialed, and nothing secret of a failure', async () => {
    const { say, written } = await record();
    const secret = request({ destination: 'rtmp://x.example/app/key' });
    say(
      aCall('queued', { state: { name: 'queued', at: START } }),
      aCall('live', {
        request: secret,
        state: { name: 'failed', message: `Call to ${secret.destination} was refused`, at: START },
      }),
    );
    await until(async () => expect(await written()).toHaveLength(1));
    expect(JSON.stringify(await written())).not.toContain('key');
  });

  it('writes nothing secret that the node repeats in another way', async () => {
    const { say, written } = await record();
    const secret = request({ destination: 'sip:alice:s3cret@x;pin=4711', dtmf_sequence: '907856#' });
    say(
      aCall('secret', {
        request: secret,
        displayName: 'alice:s3cret@x',
        state: { name: 'failed', message: 'No route to <alice:s3cret@x;pin=4711>, sent 907856#', at: START },
      }),
    );
    await until(async () => expect(await written()).toHaveLength(1));
    expect(JSON.stringify(await written())).not.toMatch(/s3cret|4711|907856/);
  });

  it('writes nothing while it is off, and later nothing of that time', async () => {
    const { say, written, settings } = await record(false);
    say(aCall('alice'));
    settings.value = { ...settings.value, history: true };
    say(aCall('bob', { startedAt: START + 1 }), aCall('alice', { state: JOINED }));
    await until(async () => expect(await written()).toMatchObject([{ id: 'call-bob' }]));
  });

  it.each([
    ['was cleared', true],
    ['was off', false],
  ])('writes nothing that %s, also in a panel that is opened later', async (_, isOn) => {
    const { storage, say, written } = await record(isOn);
    say(aCall('alice'));
    await until(async () => expect(await storage.local.read()).not.toEqual({}));
    const store = createHistoryStore(storage, new AbortController().signal);
    await store.loaded;
    await store.clear();
    const [later, settings] = [signal<readonly Meeting[]>([]), signal(DEFAULT_SETTINGS)];
    recordHistory(later, settings, storage, new AbortController().signal);
    later.value = [aMeeting({ calls: [aCall('bob', { startedAt: START + 1 }), aCall('alice')] })];
    await until(async () => expect(await written()).toMatchObject([{ id: 'call-bob' }]));
  });
});

describe('the history', () => {
  const entry = (id: string, at: number, over: Partial<HistoryEntry> = {}): HistoryEntry => ({
    id,
    at,
    request: request({ destination: `${id}@example.com` }),
    removed: false,
    outcome: 'joined',
    ...over,
  });

  it('keeps the last 200, newest first, each call once', () => {
    const old = Array.from({ length: MAX_ENTRIES }, (_, index) => entry(`e${index}`, 1000 - index));
    const kept = merged(old, [entry('new', 2000), entry('e0', 1000, { outcome: 'failed' })]);
    expect(kept).toHaveLength(MAX_ENTRIES);
    expect(kept.slice(0, 2)).toMatchObject([{ id: 'new' }, { id: 'e0', outcome: 'failed' }]);
    expect(kept.some(({ id }) => id === 'e199')).toBe(false);
  });

  it('is searched by every word', () => {
    const all = [
      entry('alice', 2, { name: 'Alice A', meeting: 'qa' }),
      entry('bob', 1, { outcome: 'failed' }),
      entry('carol', 1, { outcome: 'left' }),
    ];
    expect(found(all, 'ALICE qa').map(({ id }) => id)).toEqual(['alice']);
    expect(found(all, 'failed').map(({ id }) => id)).toEqual(['bob']);
    expect(found(all, '  ')).toHaveLength(3);
    // As it is shown: *Joined, and left*.
    expect(found(all, 'joined, left').map(({ id }) => id)).toEqual(['carol']);
    expect(found(all, 'alice failed')).toEqual([]);
  });

  it('is cleared, and brought back with what came meanwhile', async () => {
    const storage = memoryStorage({ local: { history: { version: 1, value: [entry('alice', 1)] } } });
    const history = createHistoryStore(storage, new AbortController().signal);
    await history.loaded;
    await history.clear();
    expect(await readItem(storage.local, HISTORY)).toEqual([]);
    await storage.local.set({ history: { version: 1, value: [entry('bob', 2)] } });
    await history.undoClear();
    expect((await readItem(storage.local, HISTORY)).map(({ id }) => id)).toEqual(['bob', 'alice']);
  });
});

it('takes no entry that the store would refuse with all others', () => {
  const entry = { id: 'a', at: START, removed: false, outcome: 'open' as const };
  expect(isStorable({ ...entry, request: request({}) })).toBe(true);
  expect(isStorable({ ...entry, request: request({ destination: '' }) })).toBe(false);
});
