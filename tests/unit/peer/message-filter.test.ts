import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMeetings, createReceiver } from '../../../peer/meetings';
import { PREFIX } from '../../../protocol/wire';
import { asWindow, FakeTop, FakeWindow } from './frame-tree';

const MEET = 'https://meet.example.com';

/** A portal with a meeting, its sandboxed plugin, another plugin beside that, and an ad. */
function portal() {
  const top = new FakeTop();
  const webapp3 = top.iframe(`${MEET}/webapp3/m/qa`, 'webapp3');
  const plugin = new FakeWindow(webapp3.contentWindow);
  const otherPlugin = new FakeWindow(webapp3.contentWindow);
  const advert = top.iframe('https://ads.example/banner');
  const deeperAdvert = new FakeWindow(advert.contentWindow);
  const meetings = createMeetings(asWindow(top), 7);
  const accept = createReceiver(asWindow(top), meetings, () => 0);
  const receive = (source: FakeWindow | null, data: unknown, origin = 'null') =>
    accept({ isTrusted: true, source, data, origin } as unknown as MessageEvent<unknown>);
  const speak = (source: FakeWindow, data: unknown, origin = 'null') => {
    const result = receive(source, data, origin);
    if (result.accepted) result.entry.endpoint = result.endpoint;
    return result;
  };
  return { top, webapp3, plugin, otherPlugin, advert, deeperAdvert, meetings, receive, speak };
}

const ready = { action: `${PREFIX}ready` };
const toggle = { action: `${PREFIX}toggle-chat`, active: true };
type Portal = ReturnType<typeof portal>;

describe('what counts', () => {
  it.each<{ name: string; from: (page: Portal) => FakeWindow; origin: string }>([
    { name: 'a sandboxed plugin in the meeting', from: ({ plugin }) => plugin, origin: 'null' },
    { name: 'a plugin with the origin of the meeting', from: ({ plugin }) => plugin, origin: MEET },
    {
      name: 'the meeting itself, where it relays',
      from: ({ webapp3 }) => webapp3.contentWindow,
      origin: MEET,
    },
  ])('$name', ({ from, origin }) => {
    const page = portal();
    expect(page.receive(from(page), ready, origin)).toMatchObject({
      accepted: true,
      message: { name: 'ready' },
    });
  });

  it('a plugin of the second dialect', () => {
    const page = portal();
    const result = page.receive(page.plugin, { action: 'rocketchat:videoconf/toggle-chat', active: false });
    expect(result).toMatchObject({
      accepted: true,
      message: { name: 'toggle-chat', active: false },
      endpoint: { dialect: 'videoconf' },
    });
  });

  it('a plugin deeper than the page can see, also beside a meeting that the page shows', () => {
    const page = portal();
    const plugin = new FakeWindow(new FakeWindow(page.deeperAdvert));
    expect(page.receive(plugin, ready)).toMatchObject({
      accepted: true,
      entry: { meeting: { recognised: false } },
    });
    page.speak(page.plugin, ready);
    const other = new FakeWindow(new FakeWindow(page.deeperAdvert));
    expect(page.receive(other, ready)).toMatchObject({
      accepted: true,
      entry: { meeting: { recognised: false, named: false, host: 'ads.example' } },
    });
  });

  it('a plugin of Web App 3 that is the page itself', () => {
    const top = new FakeTop(`${MEET}/webapp3/m/qa`);
    const accept = createReceiver(asWindow(top), createMeetings(asWindow(top), 7), () => 0);
    const event = { isTrusted: true, source: new FakeWindow(top), data: ready, origin: 'null' };
    expect(accept(event as unknown as MessageEvent<unknown>)).toMatchObject({
      accepted: true,
      entry: { place: {} },
    });
  });

  it('another plugin, once the frame of the first is gone', () => {
    const page = portal();
    page.speak(page.plugin, ready);
    page.plugin.remove();
    expect(page.receive(page.otherPlugin, ready)).toMatchObject({ accepted: true });
  });
});

describe('what does not count because of its source', () => {
  it.each<{ name: string; from: (page: Portal) => FakeWindow | null; origin?: string }>([
    { name: 'no source: the frame is gone already', from: () => null },
    { name: 'a frame that was removed', from: ({ plugin }) => plugin.remove() },
    { name: 'another tab or a popup', from: () => new FakeWindow() },
    { name: 'a frame of another tab', from: () => new FakeWindow(new FakeWindow()) },
    { name: 'the page itself', from: ({ top }) => top, origin: 'https://portal.example.com' },
    {
      name: 'an ad, a frame of the page',
      from: ({ advert }) => advert.contentWindow,
      origin: 'https://ads.example',
    },
    { name: 'an ad that is sandboxed', from: ({ advert }) => advert.contentWindow },
    {
      name: 'another plugin of the meeting, while the first is there',
      from: ({ speak, plugin, otherPlugin }) => {
        speak(plugin, ready);
        return otherPlugin;
      },
    },
  ])('$name', ({ from, origin }) => {
    const page = portal();
    expect(page.receive(from(page), ready, origin)).toEqual({ accepted: false, reason: 'source' });
  });

  // A frame that was heard is found again without a look through the page; this one has been led elsewhere
  // since.
  it('an iframe of the page that was Web App 3 when it spoke before', () => {
    const { webapp3, speak } = portal();
    expect(speak(webapp3.contentWindow, ready, MEET)).toMatchObject({ accepted: true });
    webapp3.id = '';
    webapp3.src = 'https://ads.example/banner';
    const result = speak(webapp3.contentWindow, ready, 'https://ads.example');
    expect(result).toEqual({ accepted: false, reason: 'source' });
  });
});

it('what does not count is an event that the page made itself', () => {
  const { top, plugin } = portal();
  const accept = createReceiver(asWindow(top), createMeetings(asWindow(top), 7), () => 0);
  const event = { isTrusted: false, source: plugin, data: ready, origin: 'null' };
  expect(accept(event as unknown as MessageEvent<unknown>)).toEqual({ accepted: false, reason: 'source' });
});

describe('what does not count because of its name or shape', () => {
  it.each([
    ['a message of somebody else’s', { type: 'resize' }, 'foreign'],
    ['nothing', null, 'foreign'],
    ['text', 'ready', 'foreign'],
    ['another prefix', { action: 'pexip:plugin:other/ready' }, 'foreign'],
    ['an action that isn’t text', { action: { toString: 'x' } }, 'foreign'],
    ['an unknown name', { action: `${PREFIX}open-vault` }, 'name'],
    ['a name that every object has', { action: `${PREFIX}toString` }, 'name'],
    ['what only the top window says', { action: `${PREFIX}dial-out`, role: 'HOST' }, 'name'],
    ['a flag that is text', { action: `${PREFIX}toggle-chat`, active: 'true' }, 'shape'],
    ['a flag that is missing', { action: `${PREFIX}toggle-chat` }, 'shape'],
    ['an id that is too long', { action: `${PREFIX}dial-out-success`, uuid: 'u'.repeat(129) }, 'shape'],
    ['an id that is empty', { action: `${PREFIX}dial-out-success`, uuid: '' }, 'shape'],
    ['a message that isn’t text', { action: `${PREFIX}dial-out-error`, message: { html: '<b>' } }, 'shape'],
  ])('%s', (_name, data, reason) => {
    const page = portal();
    expect(page.receive(page.plugin, data)).toEqual({ accepted: false, reason });
  });
});

describe('what does not count because of its origin', () => {
  it.each<{ name: string; from: (page: Portal) => FakeWindow; origin: string }>([
    {
      name: 'a frame of another origin in the meeting',
      from: ({ plugin }) => plugin,
      origin: 'https://evil.example',
    },
    {
      name: 'a meeting frame that was navigated elsewhere',
      from: ({ webapp3 }) => webapp3.contentWindow,
      origin: 'https://evil.example',
    },
    {
      name: 'a meeting frame whose own origin is opaque',
      from: ({ webapp3 }) => webapp3.contentWindow,
      origin: 'null',
    },
    { name: 'the same host over http', from: ({ plugin }) => plugin, origin: 'http://meet.example.com' },
    { name: 'the same host at another port', from: ({ plugin }) => plugin, origin: `${MEET}:8443` },
    { name: 'nothing', from: ({ plugin }) => plugin, origin: '' },
  ])('$name', ({ from, origin }) => {
    const page = portal();
    expect(page.receive(from(page), ready, origin)).toEqual({ accepted: false, reason: 'origin' });
  });

  it('where the page does not show the origin, any but the first', () => {
    const page = portal();
    const webapp3 = page.top.iframe('https://portal.example.com/join', 'webapp3');
    const plugin = new FakeWindow(webapp3.contentWindow);
    const first = page.speak(plugin, ready, MEET);
    if (first.accepted) first.entry.meeting = { ...first.entry.meeting, origin: MEET };
    expect(page.receive(plugin, toggle, 'https://evil.example')).toMatchObject({
      accepted: false,
      reason: 'origin',
      gone: { place: { element: webapp3 } },
    });
    expect(page.receive(plugin, toggle, MEET)).toMatchObject({ accepted: true });
  });
});

describe('attack: an ad or a flood takes more than its part', () => {
  // The clock stands: on a busy machine it would let through what a second allows.
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('a flood from one source, which takes nothing from the others', () => {
    const page = portal();
    const second = page.top.iframe(`${MEET}/webapp3/m/two`);
    const results = Array.from({ length: 500 }, () => page.receive(page.plugin, toggle));
    expect(results.filter(({ accepted }) => accepted).length).toBeLessThan(120);
    expect(results.at(-1)).toEqual({ accepted: false, reason: 'rate' });
    expect(page.receive(new FakeWindow(second.contentWindow), ready)).toMatchObject({ accepted: true });
  });

  it('except the answer that a call waits for', () => {
    const page = portal();
    const first = page.speak(page.plugin, ready);
    if (!first.accepted) throw new Error('not ready');
    const request = { role: 'GUEST', destination: 'alice', protocol: 'auto' } as const;
    const call = { id: 'c1', request, startedAt: 0, state: { name: 'calling', at: 0 } } as const;
    first.entry.meeting = { ...first.entry.meeting, calls: [call] };
    for (let index = 0; index < 500; index++) page.receive(page.plugin, toggle);
    const answer = { action: `${PREFIX}dial-out-success`, uuid: 'u', requestId: 'c1' };
    expect(page.receive(page.plugin, answer)).toMatchObject({ accepted: true });
    expect(page.receive(page.plugin, { ...answer, requestId: 'c2' })).toEqual({
      accepted: false,
      reason: 'rate',
    });
  });

  it('more frames in one frame of the page than there is room for, at no cost to others', () => {
    const page = portal();
    const inAdvert = (advert: FakeWindow) => page.receive(new FakeWindow(new FakeWindow(advert)), ready);
    const results = Array.from({ length: 100 }, () => inAdvert(page.advert.contentWindow));
    expect(results.filter(({ accepted }) => accepted).length).toBe(32);
    expect(results.at(-1)).toEqual({ accepted: false, reason: 'source' });
    const other = page.top.iframe('https://portal.example.com/meeting').contentWindow;
    expect(inAdvert(other)).toMatchObject({ accepted: true });
    expect(page.receive(page.plugin, ready)).toMatchObject({ accepted: true });
  });

  it('more frames of a page than there is room for, which keep out none that the page shows', () => {
    const page = portal();
    const results = Array.from({ length: 1100 }, () => {
      const { contentWindow } = page.top.iframe('https://ads.example/');
      return page.receive(new FakeWindow(contentWindow), ready);
    });
    expect(results.filter(({ accepted }) => accepted).length).toBe(1024);
    expect(page.receive(page.plugin, ready)).toMatchObject({ accepted: true });
  });
});
