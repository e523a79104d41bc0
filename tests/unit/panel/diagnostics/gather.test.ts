import { signal } from '@preact/signals';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGatherer } from '../../../../panel/diagnostics/gather';
import type { PanelContext } from '../../../../panel/state/context';
import type { Meeting } from '../../../../protocol/meeting';
import { memoryStorage } from '../../../../settings/storage/memory';
import { aMeeting } from '../fixture';

const SITE = 'https://portal.example.com';
const ADDRESS = 'https://meet.example.com/sales/m/qa';

/** A panel beside a page with this meeting. */
function gatherBeside(meeting: Meeting) {
  const context = {
    storage: memoryStorage(),
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
    return { headers: new Headers(headers[url]), url };
  });
  return asked;
}

const silent = { plugin: { name: 'waiting' }, origin: 'https://meet.example.com' } as const;

afterEach(() => void vi.unstubAllGlobals());

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
});
