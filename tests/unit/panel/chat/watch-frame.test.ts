import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FrameState, frameState, SLOW_MS, watchFrame } from '../../../../panel/chat/watch-frame';
import { type Reach, reachOf } from '../../../../panel/state/reach';

const NOTHING = { reach: undefined, hasLoaded: false, isAlive: false, isLate: false };
const LOADED = { ...NOTHING, hasLoaded: true };

describe('a framed chat', () => {
  it.each<[string, FrameState['name'], Parameters<typeof frameState>[0]]>([
    ['loads', 'loading', NOTHING],
    ['loads, and may not be seen into', 'loading', { ...NOTHING, reach: { name: 'unknown' } }],
    ['is slow', 'slow', { ...NOTHING, isLate: true }],
    ['is slow, and lets itself be framed', 'slow', { ...NOTHING, reach: { name: 'allowed' }, isLate: true }],
    ['is there', 'shown', { ...LOADED, reach: { name: 'allowed' } }],
    ['is there before its site was asked', 'shown', LOADED],
    ['is there, and was slow', 'shown', { ...LOADED, isLate: true }],
    ['may be kept out', 'unknown', { ...LOADED, reach: { name: 'unknown' } }],
    [
      'may be kept out, but has sent a message',
      'shown',
      { ...LOADED, reach: { name: 'unknown' }, isAlive: true },
    ],
    ['is kept out', 'refused', { ...LOADED, reach: { name: 'refused' } }],
    ['may be unreachable: Chromium loads an error page', 'silent', { ...LOADED, reach: { name: 'silent' } }],
    ['may still come', 'loading', { ...NOTHING, reach: { name: 'silent' } }],
    [
      'does not come: Firefox loads nothing',
      'unreachable',
      { ...NOTHING, reach: { name: 'silent' }, isLate: true },
    ],
    ['is known to be unreachable', 'unreachable', { ...LOADED, reach: { name: 'unreachable' } }],
    ['works without a network', 'shown', { ...LOADED, reach: { name: 'unreachable' }, isAlive: true }],
    ['has failed', 'failing', { ...LOADED, reach: { name: 'failing', status: 503 } }],
  ])('that %s: %s', (_, name, signs) => {
    expect(frameState(signs).name).toBe(name);
  });

  describe('by the clock', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    function watch() {
      const told: string[] = [];
      const stop = new AbortController();
      let answer: (reach: Reach) => void = () => {};
      const reach = new Promise<Reach>((resolve) => {
        answer = resolve;
      });
      const frame = watchFrame(reach, ({ name }) => told.push(name), stop.signal);
      return { told, stop, answer, ...frame };
    }

    it('is said not to have answered yet only after the time for it, and appears even then', () => {
      const { told, onLoad } = watch();
      vi.advanceTimersByTime(SLOW_MS - 1);
      expect(told).toEqual(['loading']);
      vi.advanceTimersByTime(1);
      expect(told).toEqual(['loading', 'slow']);
      onLoad();
      expect(told).toEqual(['loading', 'slow', 'shown']);
    });

    it('is not called slow once it has loaded', () => {
      const { told, onLoad } = watch();
      onLoad();
      vi.advanceTimersByTime(SLOW_MS * 2);
      expect(told).toEqual(['loading', 'shown']);
    });

    it('tells nothing after its end', async () => {
      const { told, stop, answer, onLoad } = watch();
      stop.abort();
      onLoad();
      answer({ name: 'refused' });
      await vi.advanceTimersByTimeAsync(SLOW_MS);
      expect(told).toEqual(['loading']);
      expect(vi.getTimerCount()).toBe(0);
    });
  });
});

describe('the site of a chat', () => {
  beforeEach(() => void vi.stubGlobal('location', { protocol: 'chrome-extension:' }));
  afterEach(() => void vi.unstubAllGlobals());

  /** A network that answers requests of other sites with these, in the mode of the request. */
  const network = (answers: Partial<Record<RequestMode, Response>>) =>
    vi.stubGlobal('fetch', async (_: string, { mode = 'cors' }: RequestInit) => {
      const answer = answers[mode];
      if (!answer) throw new TypeError('Failed to fetch');
      return answer;
    });
  const REFUSING = { headers: { 'x-frame-options': 'SAMEORIGIN' } };

  it.each<[string, Partial<Record<RequestMode, Response>>, boolean | undefined, Reach]>([
    ['read', { cors: new Response() }, true, { name: 'allowed' }],
    ['read where nobody tells of permissions', { cors: new Response() }, undefined, { name: 'allowed' }],
    ['not found', { cors: new Response('', { status: 404 }) }, true, { name: 'allowed' }],
    ['failing', { cors: new Response('', { status: 502 }) }, true, { name: 'failing', status: 502 }],
    ['refusing', { cors: new Response('', REFUSING) }, true, { name: 'refused' }],
    ['open to everybody but not read', { cors: new Response() }, false, { name: 'unknown' }],
    ['not read', { 'no-cors': new Response() }, false, { name: 'unknown' }],
    ['silent', {}, false, { name: 'silent' }],
    ['silent where nobody tells of permissions', {}, undefined, { name: 'silent' }],
    ['unreachable', {}, true, { name: 'unreachable' }],
  ])('is %s', async (_, answers, mayReach, reach) => {
    network(answers);
    expect(await reachOf('https://chat.example.com/qa', mayReach)).toEqual(reach);
  });
});
