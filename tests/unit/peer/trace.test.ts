import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { provide } from '../../../browser/script-registry';
import { createMeetings, createReceiver } from '../../../peer/meetings';
import { createTrace } from '../../../peer/messenger';
import { createInspection } from '../../../peer/panel-server/inspection';
import { cutJson } from '../../../peer/trace/cut-json';
import { createTracer } from '../../../peer/trace/tracer';
import type { Link } from '../../../protocol/link';
import { type PeerTrace, parsePeerTrace } from '../../../protocol/trace';
import { PREFIX } from '../../../protocol/wire';
import { asWindow, FakeTop, FakeWindow } from './frame-tree';

const MEET = 'https://meet.example.com';

/** A page with a meeting and an ad, and a trace of what its message filter receives. */
function page() {
  const top = new FakeTop();
  const webapp3 = top.iframe(`${MEET}/webapp3/m/qa`, 'webapp3');
  const advert = top.iframe('https://ads.example/');
  new FakeWindow(webapp3.contentWindow);
  const plugin = new FakeWindow(webapp3.contentWindow);
  const trace = createTrace();
  const inspect = createInspection({ trace, top: asWindow(top), page: 7 });
  const accept = createReceiver(asWindow(top), createMeetings(asWindow(top), 7), trace.note);
  const hear = (source: FakeWindow, data: unknown, origin = 'null', isTrusted = true) =>
    accept({ isTrusted, source, data, origin } as unknown as MessageEvent<unknown>);
  return { inspect, hear, top, webapp3: webapp3.contentWindow, plugin, advert: advert.contentWindow };
}

/** A panel's end of a link, that reads what it is told as a panel does. */
function aPanel() {
  const told: PeerTrace[] = [];
  let close = () => {};
  const link: Link = {
    post(message) {
      const read = parsePeerTrace(message);
      if (!read) throw new Error('not a trace');
      told.push(read);
    },
    onMessage() {},
    onClose(listener) {
      close = listener;
    },
    close() {},
  };
  return { link, told, leave: () => close(), entries: () => told.flatMap(({ entries }) => entries) };
}

/** The panel asks, and the script that can answer comes. */
const look = (inspect: ReturnType<typeof createInspection>, panel: Link) => {
  inspect(panel, true);
  provide('tracer', createTracer);
};

// Before what is imported looks for it: asking the background for the script is all that is done with it.
vi.hoisted(() => Reflect.set(globalThis, 'browser', { runtime: { sendMessage: async () => {} } }));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a trace', () => {
  it('has for who looks later what was of the protocol, and why it was dropped', () => {
    const { inspect, hear, plugin, advert, top } = page();
    hear(advert, { type: 'impression' });
    hear(plugin, { action: `${PREFIX}ready`, version: '1', extra: 'x' });
    hear(advert, { action: `${PREFIX}ready` });
    hear(plugin, { action: `${PREFIX}toggle-chat`, active: 'yes' });
    hear(plugin, { action: `${PREFIX}toggle-chat`, active: true }, 'https://evil.example');
    hear(top, { action: `${PREFIX}ready` }, 'https://portal.example.com');
    const panel = aPanel();
    look(inspect, panel.link);
    expect(panel.told).toMatchObject([{ page: 7, from: 0 }]);
    expect(panel.entries().map(({ verdict, frame, origin }) => ({ verdict, frame, origin }))).toEqual([
      { verdict: 'accepted', frame: 'iframe#webapp3 › 1', origin: 'null' },
      { verdict: 'source', frame: '1', origin: 'null' },
      { verdict: 'shape', frame: 'iframe#webapp3 › 1', origin: 'null' },
      { verdict: 'origin', frame: 'iframe#webapp3 › 1', origin: 'https://evil.example' },
      { verdict: 'source', frame: '', origin: 'https://portal.example.com' },
    ]);
    expect(JSON.parse(panel.entries()[0]?.data ?? '')).toEqual({ action: `${PREFIX}ready`, version: '1' });
    expect(JSON.parse(panel.entries()[2]?.data ?? '')).toEqual({ action: `${PREFIX}toggle-chat` });
  });

  it('tells who looks of everything, as it crossed, a few times a second', () => {
    const { inspect, hear, plugin, advert } = page();
    const panel = aPanel();
    look(inspect, panel.link);
    hear(advert, { type: 'impression', size: 1n });
    hear(plugin, { action: `${PREFIX}ready`, extra: 'x' });
    hear(advert, 'text', 'https://ads.example', false);
    expect(panel.told).toHaveLength(1);
    vi.advanceTimersByTime(100);
    expect(panel.told).toHaveLength(2);
    expect(panel.entries()).toMatchObject([
      { verdict: 'foreign', data: '{"type":"impression","size":"1"}' },
      { verdict: 'accepted', meeting: 'meeting-1', data: `{"action":"${PREFIX}ready","extra":"x"}` },
      { verdict: 'source', data: '"text"' },
    ]);
    expect(panel.entries()[2]?.frame).toBeUndefined();
  });

  it('numbers its entries, so that a second panel, or the first again, has them all and none twice', () => {
    const { inspect, hear, plugin } = page();
    const [first, second] = [aPanel(), aPanel()];
    look(inspect, first.link);
    hear(plugin, { action: `${PREFIX}ready` });
    inspect(second.link, true);
    hear(plugin, { action: `${PREFIX}toggle-chat`, active: true });
    vi.advanceTimersByTime(100);
    const seen = (panel: typeof first) => panel.told.map(({ from, entries }) => [from, entries.length]);
    expect(seen(first)).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
    ]);
    expect(seen(second)).toEqual([
      [0, 1],
      [1, 1],
    ]);
    inspect(first.link, false);
    second.leave();
    hear(plugin, { action: `${PREFIX}toggle-chat`, active: false });
    vi.advanceTimersByTime(100);
    expect(first.told).toHaveLength(3);
    expect(second.told).toHaveLength(2);
  });

  it('tells all of it to a panel that asks once more, because another part of that panel asks', () => {
    const { inspect, hear, plugin } = page();
    hear(plugin, { action: `${PREFIX}ready` });
    const panel = aPanel();
    look(inspect, panel.link);
    hear(plugin, { action: `${PREFIX}toggle-chat`, active: true });
    inspect(panel.link, true);
    expect(panel.told.map(({ from, entries }) => [from, entries.length])).toEqual([
      [0, 1],
      [1, 1],
      [0, 2],
    ]);
    vi.advanceTimersByTime(100);
    expect(panel.told).toHaveLength(3);
  });

  it('keeps what the plugin has said, whatever flood comes after it', () => {
    const { inspect, hear, plugin, advert } = page();
    hear(plugin, { action: `${PREFIX}ready` });
    for (let index = 0; index < 5_000; index++) hear(advert, { action: `${PREFIX}ready` });
    const panel = aPanel();
    look(inspect, panel.link);
    expect(panel.entries()).toHaveLength(200);
    expect(panel.entries()[0]?.verdict).toBe('accepted');
  });

  it('holds nothing large of what a page has said', () => {
    const { inspect, hear, plugin } = page();
    const large = 'x'.repeat(1_000_000);
    hear(plugin, { action: PREFIX + large });
    hear(plugin, { action: `${PREFIX}toggle-chat`, active: large });
    const panel = aPanel();
    look(inspect, panel.link);
    hear(plugin, {
      action: `${PREFIX}toggle-chat`,
      active: large,
      [large]: 1,
      more: Array(9_999).fill(large),
    });
    vi.advanceTimersByTime(100);
    expect(panel.entries()).toHaveLength(2);
    for (const { data } of panel.entries()) expect(data.length).toBeLessThan(6_000);
  });

  it('leaves a panel alone whose document is gone', () => {
    const { inspect, hear, plugin } = page();
    const gone = aPanel();
    let calls = 0;
    look(inspect, {
      ...gone.link,
      post: () => {
        calls += 1;
        throw new Error('Attempting to use a disconnected port object');
      },
    });
    hear(plugin, { action: `${PREFIX}ready` });
    vi.advanceTimersByTime(100);
    expect(calls).toBe(1);
  });

  it('keeps at most two thousand, and says how many came before them', () => {
    const { inspect, hear, advert } = page();
    const panel = aPanel();
    look(inspect, panel.link);
    for (let index = 0; index < 10_000; index++) hear(advert, { index });
    vi.advanceTimersByTime(100);
    const last = panel.told.at(-1);
    expect(last?.entries.at(-1)?.data).toBe('{"index":9999}');
    expect((last?.from ?? 0) + (last?.entries.length ?? 0)).toBe(10_000);
    expect(last?.entries.length).toBeLessThan(4_000);
  });
});

describe('JSON that is cut', () => {
  it.each<{ name: string; data: unknown; text: string }>([
    { name: 'nothing', data: undefined, text: '' },
    { name: 'text', data: 'a', text: '"a"' },
    { name: 'a large number', data: [1n], text: '["1"]' },
    {
      name: 'what it has no words for',
      data: { map: new Map([[1, 2]]), not: Number.NaN },
      text: '{"map":{},"not":null}',
    },
    { name: 'a date', data: new Date(0), text: '"1970-01-01T00:00:00.000Z"' },
  ])('$name', ({ data, text }) => expect(cutJson(data)).toBe(text));

  it('what contains itself', () => {
    const loop: { self?: unknown } = {};
    loop.self = loop;
    expect(cutJson(loop)).toBe('"…"');
  });

  it('marks a text that was cut', () => {
    const { text } = JSON.parse(cutJson({ text: 'x'.repeat(501) })) as { text: string };
    expect(text).toBe(`${'x'.repeat(500)}…`);
  });
});
