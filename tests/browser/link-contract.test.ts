import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PANEL_PROTOCOL } from '../../protocol/panel';
import { browsers, type Tab } from './harness/browser';
import { eventually } from './harness/eventually';
import { createUpdatableFixture, type UpdatableFixture } from './support/build-copy';
import { seeStatus } from './support/panel';
import { openRuntimePort, type RawLink } from './support/raw-link';
import { messagePort, runtimePort, type Transport } from './support/transports';

/** What carries a link between a panel and the peer. What a link keeps to is the same for both. */
const TRANSPORTS = [
  { kind: 'a runtime port', transportOf: runtimePort },
  { kind: 'the dock’s MessagePort', transportOf: messagePort },
];

type State = {
  type: string;
  protocol: number;
  meetings: { id: string; page: number; draft: string; badge: boolean }[];
};

describe.each(browsers)('in $name', (candidate) => {
  let fixture: UpdatableFixture;
  let tab: Tab;

  beforeAll(async () => {
    fixture = await createUpdatableFixture(candidate);
  });
  afterAll(() => fixture?.close());

  const until = (link: RawLink, what: string, holds: (state: State) => boolean) =>
    eventually(what, async () => {
      // People come in messages of their own, which can be the last.
      const state = ((await link.received()) as State[]).findLast(({ type }) => type === 'state');
      return state && holds(state) ? { done: { value: state } } : { seen: JSON.stringify(state) };
    });
  /** Something that only the newest state has. */
  const draft = (text: string) => ({ type: 'draft', meeting: 'meeting-1', text });
  const badge = (visible: boolean) => ({ type: 'set-badge', meeting: 'meeting-1', visible });

  describe.each(TRANSPORTS)('a link over $kind', ({ transportOf }) => {
    let transport: Transport;
    const open = (name: string) => transport.open(name);

    beforeAll(async () => {
      await tab?.close();
      tab = await fixture.browser.open(fixture.meeting.embeddingUrl());
      transport = transportOf(tab);
      await (await tab.frame('#webapp3')).see('button', 'Open Chat');
      await seeStatus(await transport.show(), 'In the meeting');
    });

    test('brings the whole state at once, and before anything else', async () => {
      const link = await open('first');
      await until(link, 'a state', () => true);
      const [first] = await link.received();
      expect(first).toMatchObject({
        type: 'state',
        protocol: PANEL_PROTOCOL,
        meetings: [{ id: 'meeting-1' }],
      });
      await link.close();
    });

    test('keeps the order of what is posted', async () => {
      const link = await open('order');
      await until(link, 'a state', () => true);
      await link.post(...Array.from({ length: 201 }, (_, index) => badge(index % 2 === 0)), draft('last'));
      const state = await until(link, 'the last request', ({ meetings }) => meetings[0]?.draft === 'last');
      expect(state.meetings[0]?.badge).toBe(true);
      await link.post(badge(false), draft(''));
      await until(link, 'no draft', ({ meetings }) => meetings[0]?.draft === '');
      await link.close();
    });

    test('tells every panel what one of them has done', async () => {
      const one = await open('one');
      const two = await openRuntimePort(await tab.pressIcon(), 'two');
      await one.post(draft('from one'));
      await until(two, 'it at the other', ({ meetings }) => meetings[0]?.draft === 'from one');
      await two.post(draft('from two'));
      await until(one, 'it at the one', ({ meetings }) => meetings[0]?.draft === 'from two');
      await two.close();
      await one.close();
      await transport.show();
    });

    test('is opened again after its panel was closed, and knows everything', async () => {
      const before = await open('before');
      await before.post(badge(true), draft('half a sentence'));
      await until(before, 'the draft', ({ meetings }) => meetings[0]?.draft === 'half a sentence');
      await transport.bringBack();
      const after = await open('after');
      expect(await until(after, 'a state', () => true)).toMatchObject({
        meetings: [{ badge: true, draft: 'half a sentence' }],
      });
      await after.close();
    });

    test.each([
      ['nothing', null],
      ['text', 'set-chat'],
      ['a request of a later version', { type: 'set-wallpaper', meeting: 'meeting-1' }],
      ['a request for a meeting that is not there', { ...badge(true), meeting: 'meeting-99' }],
      ['a field of another type', { type: 'set-badge', meeting: 'meeting-1', visible: 'yes' }],
      ['a dial-out without a request', { type: 'dial', meeting: 'meeting-1', call: 'one' }],
      ['a name that every object has', { type: 'constructor', meeting: 'meeting-1' }],
    ])('takes no notice of %s', async (what, message) => {
      const link = await open('stray');
      const { meetings: before } = await until(link, 'a state', () => true);
      await link.post(message, draft(what));
      const { meetings } = await until(link, 'what came after', (now) => now.meetings[0]?.draft === what);
      expect(meetings).toEqual(before.map((meeting) => ({ ...meeting, draft: what })));
      await link.close();
    });

    test('ends with the page of its peer, and the next page has another', async () => {
      await transport.bringBack();
      const link = await open('gone');
      const { meetings: before } = await until(link, 'a state', () => true);
      await tab.reload();
      await transport.ended(link);
      await (await tab.frame('#webapp3')).see('button', 'Open Chat');
      await seeStatus(await transport.show(), 'In the meeting');
      const next = await open('next');
      const { meetings: after } = await until(next, 'a state', () => true);
      expect(after).toHaveLength(1);
      expect(after[0]?.page).not.toBe(before[0]?.page);
    });

    test('of an older or a newer peer has the panel act upon nothing, and say what to do', async () => {
      const update = async (from: number, to: number) => {
        fixture.build.replace('peer.js', `protocol:${from}`, `protocol:${to}`);
        fixture.build.raiseVersion();
        await fixture.browser.updateExtension(fixture.build.folder);
        await tab.reload();
        await (await tab.frame('#webapp3')).see('button', 'Open Chat');
      };
      let before = PANEL_PROTOCOL;
      for (const version of [PANEL_PROTOCOL - 1, PANEL_PROTOCOL + 1]) {
        await update(before, version);
        before = version;
        const panel = await transport.show();
        await panel.waitFor('words', () => document.body.textContent?.includes('The extension was updated'));
        await seeStatus(panel, 'No meeting on this page');
      }
      await update(before, PANEL_PROTOCOL);
    });
  });
});
