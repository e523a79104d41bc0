// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type News, newsOf, noteOf } from '../../../../panel/alerts/news';
import type { Meeting } from '../../../../protocol/meeting';
import { DEFAULT_SETTINGS, type Settings } from '../../../../settings/settings';
import { memoryStorage } from '../../../../settings/storage/memory';
import { aCall, aMeeting, byId, eventually, openPanel, rendered, START } from '../fixture';

const call = (name: 'calling' | 'joined', destination = 'alice') =>
  aCall(destination, { state: { name, at: START } });
const failed = (destination = 'alice') =>
  aCall(destination, { state: { name: 'failed', message: 'no', at: START } });
const NOTHING = { unread: false, people: false, joined: [], failed: [] };

describe('what is news in a panel', () => {
  const news = (before: Parameters<typeof aMeeting>[0], now: Parameters<typeof aMeeting>[0]) =>
    newsOf(noteOf([aMeeting(before)]), noteOf([aMeeting(now)]));

  it.each<[string, Partial<Meeting>, Partial<Meeting>, Partial<News>]>([
    ['nothing that was there before', { unread: 3 }, { unread: 3 }, {}],
    ['a message', { unread: 1 }, { unread: 2 }, { unread: true }],
    ['a message in a custom chat', {}, { externalUnread: 'some' }, { unread: true }],
    ['not that messages were read', { unread: 4 }, { unread: 1 }, {}],
    ['somebody who waits', {}, { people: { total: 2, waiting: 1, raised: 0 } }, { people: true }],
    [
      'a raised hand',
      { people: { total: 2, waiting: 1, raised: 0 } },
      { people: { total: 2, waiting: 1, raised: 1 } },
      { people: true },
    ],
    ['not who came in', { people: { total: 2, waiting: 1, raised: 0 } }, { people: undefined }, {}],
    [
      'a call that is joined',
      { calls: [call('calling')] },
      { calls: [call('joined')] },
      { joined: ['call-alice'] },
    ],
    [
      'each call that fails',
      { calls: [call('calling'), call('calling', 'bob')] },
      { calls: [failed(), failed('bob')] },
      { failed: ['call-alice', 'call-bob'] },
    ],
    ['a call that fails at once', {}, { calls: [failed()] }, { failed: ['call-alice'] }],
    [
      'not a call that a reload had made unknown',
      { calls: [aCall('alice', { state: { name: 'unknown', why: 'reloaded', at: START } })] },
      { calls: [call('joined')] },
      {},
    ],
    ['not a call that is placed', {}, { calls: [call('calling')] }, {}],
  ])('%s', (_, before, now, expected) => {
    expect(news(before, now)).toEqual({ ...NOTHING, ...expected });
  });

  it('nothing of a meeting that has just come, or of another page', () => {
    const full = aMeeting({ unread: 3, calls: [call('joined')] });
    expect(newsOf(noteOf([]), noteOf([full]))).toEqual(NOTHING);
    expect(newsOf(noteOf([aMeeting({ page: 1 })]), noteOf([{ ...full, page: 2 }]))).toEqual(NOTHING);
  });
});

describe('an open panel', () => {
  const started: number[] = [];
  beforeEach(() => {
    started.length = 0;
    class Node {
      gain = { setValueAtTime() {}, linearRampToValueAtTime() {} };
      constructor(
        _: unknown,
        readonly options: { frequency?: number },
      ) {}
      connect = (next: unknown) => next;
      start = () => started.push(this.options.frequency ?? 0);
      stop() {}
    }
    vi.stubGlobal(
      'AudioContext',
      class {
        state = 'running';
        currentTime = 0;
      },
    );
    vi.stubGlobal('OscillatorNode', Node);
    vi.stubGlobal('GainNode', Node);
  });
  afterEach(() => void vi.unstubAllGlobals());

  function open(over: Partial<Settings>) {
    const reportOutcome = vi.fn(async () => {});
    let askForView: (view: string) => void = () => {};
    const onViewAsked = vi.fn((listener: (view: string) => void) => {
      askForView = listener;
    });
    const loadAlerts = vi.fn(async () => ({ reportOutcome, onViewAsked }));
    const value = { ...DEFAULT_SETTINGS, ...over };
    const panel = openPanel(memoryStorage({ local: { settings: { version: 4, value } } }), { loadAlerts });
    return { panel, loadAlerts, reportOutcome, onViewAsked, askForView: (view: string) => askForView(view) };
  }

  it('loads nothing of it, and makes no sound, unless that is turned on', async () => {
    const { panel, loadAlerts } = open({});
    await panel.receive(aMeeting({ calls: [call('calling')] }));
    await panel.receive(aMeeting({ calls: [failed()], unread: 2 }));
    await rendered();
    expect(loadAlerts).not.toHaveBeenCalled();
    expect(started).toEqual([]);
  });

  it('reports calls that are joined or fail, by their ids, with the site, and nothing else', async () => {
    const { panel, reportOutcome, onViewAsked } = open({ notifyCalls: true });
    await panel.receive(aMeeting({ calls: [call('calling'), call('calling', 'bob')] }));
    await eventually(() => expect(onViewAsked).toHaveBeenCalled());
    await panel.receive(aMeeting({ calls: [call('joined'), failed('bob')], unread: 1 }));
    await eventually(() => expect(reportOutcome).toHaveBeenCalledTimes(2));
    const site = 'https://portal.example.com';
    expect(reportOutcome.mock.calls).toEqual([
      ['joined', ['call-alice'], site],
      ['failed', ['call-bob'], site],
    ]);
    expect(started).toEqual([]);
  });

  it('plays one tone for what happens at once, and none on a muted site', async () => {
    const { panel, onViewAsked, reportOutcome } = open({ sound: true });
    await panel.receive(aMeeting());
    await eventually(() => expect(onViewAsked).toHaveBeenCalled());
    await panel.receive(aMeeting({ unread: 1, people: { total: 1, waiting: 1, raised: 0 } }));
    await eventually(() => expect(started).toEqual([660, 880]));
    expect(reportOutcome).not.toHaveBeenCalled();

    started.length = 0;
    const muted = open({ sound: true, notifyCalls: true, mutedSites: ['https://portal.example.com'] });
    await muted.panel.receive(aMeeting());
    await eventually(() => expect(muted.onViewAsked).toHaveBeenCalled());
    await muted.panel.receive(aMeeting({ unread: 1, calls: [failed()] }));
    await rendered();
    expect(started).toEqual([]);
    expect(muted.reportOutcome).not.toHaveBeenCalled();
  });

  it('shows the view that a notification leads to', async () => {
    const { panel, onViewAsked, askForView } = open({ notifyUnread: true });
    await panel.receive(aMeeting());
    await eventually(() => expect(onViewAsked).toHaveBeenCalled());
    askForView('people');
    await eventually(() => expect(byId('tab-people').getAttribute('aria-selected')).toBe('true'));
    askForView('no view');
    await rendered();
    expect(byId('tab-people').getAttribute('aria-selected')).toBe('true');
  });
});
