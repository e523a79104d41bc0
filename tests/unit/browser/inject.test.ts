import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeEvent } from './fake-event';

// In the place of the polyfill, which throws outside an extension.
vi.mock('../../../browser/browser', () => ({
  get browser() {
    return Reflect.get(globalThis, 'browser');
  },
}));

const NOT_YET = 'Cannot access contents of the page. Extension manifest must request permission.';

describe('the peer', () => {
  /** What `executeScript` answers, call by call; afterwards it succeeds. */
  let answers: (string | undefined)[];
  let injected: string[];
  /** What is in the memory of the browser. */
  let kept: Record<string, unknown>;
  let onMessage: ReturnType<typeof fakeEvent>;
  /** The window and the page of the tab. */
  let type: string;
  let contentType: string;

  beforeEach(() => {
    vi.useFakeTimers();
    answers = [];
    injected = [];
    kept = {};
    type = 'normal';
    contentType = 'text/html';
    onMessage = fakeEvent();
    vi.stubGlobal('navigator', { locks: { request: async (_: string, job: () => Promise<void>) => job() } });
    vi.stubGlobal('browser', {
      runtime: { getURL: (path: string) => `chrome-extension://id${path}`, onMessage },
      storage: { session: { get: async () => kept } },
      tabs: {
        sendMessage: async () => Promise.reject(new Error('Receiving end does not exist.')),
        get: async () => ({ url: 'https://portal.example.com/meeting', windowId: 3 }),
      },
      windows: { get: async () => ({ type }) },
      scripting: {
        executeScript: async ({ files = ['remains'] }: { files?: string[] }) => {
          const answer = answers.shift();
          if (answer !== undefined) throw new Error(answer);
          injected.push(...files);
          return [{ result: contentType }];
        },
      },
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  const inject = async () => {
    const { injectPeer } = await import('../../../browser/inject');
    const outcome = injectPeer(1).then(
      () => 'there',
      (error: unknown) => String(error),
    );
    await vi.runAllTimersAsync();
    return outcome;
  };

  it('comes into a page whose process hears late that it may', async () => {
    answers = [NOT_YET, undefined, NOT_YET, NOT_YET];
    expect(await inject()).toBe('there');
    expect(injected).toEqual(['remains', '/peer.js']);
  });

  it.each([
    { site: 'https://portal.example.com', brought: ['remains', 'remains', '/keeper.js', '/peer.js'] },
    { site: 'https://other.example.com', brought: ['remains', '/peer.js'] },
  ])('has with it what was kept of a page of its site, and of no other: $site', async ({ site, brought }) => {
    kept = { 'kept-1': { site, kept: [{}] } };
    expect(await inject()).toBe('there');
    expect(injected).toEqual(brought);
  });

  it('is brought only once the one before it has started', async () => {
    const { injectPeer } = await import('../../../browser/inject');
    let isDone = false;
    const outcome = injectPeer(1).then(() => {
      isDone = true;
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(injected).toContain('/peer.js');
    onMessage.fire({ type: 'peer-started' }, { tab: { id: 2 } });
    await Promise.resolve();
    expect(isDone).toBe(false);
    onMessage.fire({ type: 'peer-started' }, { tab: { id: 1 } });
    await outcome;
    expect(onMessage.listeners.size).toBe(0);
  });

  it.each([
    { where: 'normal', page: 'image/svg+xml', isBrought: true },
    { where: 'popup', page: 'application/xhtml+xml', isBrought: true },
    { where: 'popup', page: 'image/svg+xml', isBrought: false },
    { where: 'popup', page: 'text/xml', isBrought: false },
  ])('comes into a page of $page in a $where window: $isBrought', async ({ where, page, isBrought }) => {
    type = where;
    contentType = page;
    expect(await inject()).toMatch(isBrought ? /^there$/ : /can show the panel/);
    expect(injected.includes('/peer.js')).toBe(isBrought);
  });

  it('is not tried for ever', async () => {
    answers = Array(9).fill(NOT_YET);
    expect(await inject()).toContain(NOT_YET);
    expect(answers).toHaveLength(5);
  });

  it('is not tried again where the browser lets no extension in', async () => {
    answers = ['Cannot access a chrome:// URL'];
    expect(await inject()).toContain('chrome://');
    expect(injected).toEqual([]);
  });
});
