import { signal } from '@preact/signals';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ANSWER_MS, createGatherer } from '../../../../panel/diagnostics/gather';
import type { PanelContext } from '../../../../panel/state/context';
import type { Meeting } from '../../../../protocol/meeting';
import { memoryStorage } from '../../../../settings/storage/memory';
import { aMeeting } from '../fixture';

const SITE = 'https://portal.example.com';
const ADDRESS = 'https://meet.example.com/sales/m/qa';

/** A panel beside a page with this meeting. */
function gatherBeside(meeting: Meeting, chats: object[] = [], mayReach?: boolean, managed = {}) {
  const context = {
    storage: memoryStorage({
      managed,
      local: { chat: { version: 1, value: { place: 'dock', displayName: '', chats } } },
    }),
    loadSiteServices: async () => ({ address: async () => undefined, mayReach: async () => mayReach }),
    store: {
      page: signal(1),
      meeting: signal(meeting),
      site: signal(SITE),
      mode: signal('drive'),
      dropped: signal({ shape: 2, name: 40 }),
      isOtherVersion: signal(false),
    },
  } as unknown as PanelContext;
  return createGatherer(context)();
}

/** What a site answers, by address; any other address is not found, which keeps nobody from framing it. */
function answering(headers: Record<string, Record<string, string>>) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return { headers: new Headers(headers[url]), status: 200, url };
  });
  return asked;
}

/** A network whose sites never answer, until somebody gives up. */
const hanging = () =>
  vi.stubGlobal(
    'fetch',
    (_: string, { signal }: RequestInit) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  );

const silent = { plugin: { name: 'waiting' }, origin: 'https://meet.example.com' } as const;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('what the diagnostics gather', () => {
  it('asks whether a silent meeting may be framed at its own path', async () => {
    const asked = answering({ [ADDRESS]: { 'x-frame-options': 'DENY' } });
    expect(await gatherBeside(aMeeting({ ...silent, address: ADDRESS }))).toMatchObject({
      framing: 'refused',
    });
    expect(asked).toEqual([ADDRESS]);
  });

  it.each<[string, Partial<Meeting>]>([
    ['whose plugin has responded', { address: ADDRESS }],
    ['in a frame without a web address', { ...silent, address: 'about:srcdoc' }],
    ['in a frame that the page does not show', silent],
  ])('asks nobody about a meeting %s', async (_, over) => {
    const asked = answering({});
    expect(await gatherBeside(aMeeting(over))).toMatchObject({ framing: 'unknown' });
    expect(asked).toEqual([]);
  });

  it('counts invalid messages without those that have another name', async () => {
    expect(await gatherBeside(aMeeting())).toMatchObject({ misshapen: 2 });
  });

  it.each([
    ['nothing without a policy', {}, []],
    ['a locked chat', { locks: ['chat'] }, ['chat']],
    [
      'a chat that is set for the site',
      { chat: { chats: [{ site: SITE, url: 'https://c.example/' }] } },
      ['chat'],
    ],
    [
      'nothing by a chat for another site',
      { chat: { chats: [{ site: 'https://x.example', url: 'a' }] } },
      [],
    ],
    ['locked sites', { locks: ['sites'] }, ['sites', 'mode']],
    ['how the peer behaves on the site', { sites: [{ site: SITE, mode: 'watch' }] }, ['mode']],
  ])('of what an administrator has fixed: %s', async (_, managed, fixed) => {
    expect((await gatherBeside(aMeeting(), [], false, managed)).fixed).toEqual(fixed);
  });

  describe('of a custom chat', () => {
    const CHAT = 'https://chat.example.com/qa.meeting';
    const own = [{ site: '*', url: 'https://chat.example.com/{alias}' }];

    it.each([
      [{}, true, { name: 'allowed' }],
      [{ 'x-frame-options': 'DENY' }, true, { name: 'refused' }],
      // What a site shows to everybody is not all that it sends.
      [{}, false, { name: 'unknown' }],
    ])('reads %j with permission: %s', async (headers, mayReach, reach) => {
      vi.stubGlobal('location', { protocol: 'chrome-extension:' });
      answering({ [CHAT]: headers });
      expect((await gatherBeside(aMeeting(), own, mayReach)).chat).toEqual({ kind: 'own', url: CHAT, reach });
    });

    it('says that it has not answered in time, and finishes', async () => {
      vi.useFakeTimers();
      hanging();
      const facts = gatherBeside(aMeeting(), own, true);
      await vi.advanceTimersByTimeAsync(ANSWER_MS);
      expect((await facts).chat).toEqual({ kind: 'own', url: CHAT, reach: undefined });
    });

    it('asks at no address before the alias is known, or with one that leads elsewhere', async () => {
      const asked = answering({});
      expect((await gatherBeside(aMeeting({ alias: undefined }), own)).chat).toEqual({ kind: 'waiting' });
      expect((await gatherBeside(aMeeting({ alias: '..' }), own)).chat).toMatchObject({ kind: 'unfit' });
      expect(asked).toEqual([]);
    });
  });
});
