import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers, type Surface, type Tab } from './harness/browser';
import { eventually } from './harness/eventually';
import { openBeside, seeStatus } from './support/panel';
import { openRuntimePort, type RawLink } from './support/raw-link';
import { type Stage, setStage } from './support/stage';

/** What every link between a panel and the peer keeps to, whatever carries it. */
const TRANSPORTS = [{ transport: 'a runtime port', open: openRuntimePort }];

type State = { type: string; protocol: number; meetings: { id: string; chat: boolean; badge: boolean }[] };

describe.each(browsers)('in $name', (candidate) => {
  let stage: Stage;
  let tab: Tab;
  let panel: Surface;

  beforeAll(async () => {
    stage = await setStage(candidate);
    ({ tab, panel } = await openBeside(stage));
  });
  afterAll(() => stage?.close());

  const latest = async (link: RawLink) => (await link.received()).at(-1) as State | undefined;
  const until = (link: RawLink, what: string, holds: (state: State) => boolean) =>
    eventually(what, async () => {
      const state = await latest(link);
      return state && holds(state) ? { done: { value: state } } : { seen: JSON.stringify(state) };
    });

  describe.each(TRANSPORTS)('$transport', ({ open }) => {
    test('brings the whole state at once', async () => {
      const link = await open(panel, 'first');
      const state = await until(link, 'a state', () => true);
      expect(state).toMatchObject({ type: 'state', protocol: 1, meetings: [{ id: 'meeting-1' }] });
      await link.close();
    });

    test('keeps the order of what is posted', async () => {
      const link = await open(panel, 'order');
      const flips = Array.from({ length: 201 }, (_, index) => ({
        type: 'set-badge',
        meeting: 'meeting-1',
        visible: index % 2 === 0,
      }));
      await link.post(...flips, { type: 'set-chat', meeting: 'meeting-1', active: true });
      const state = await until(link, 'the last request', ({ meetings }) => meetings[0]?.chat === true);
      expect(state.meetings[0]?.badge).toBe(true);
      await link.post({ type: 'set-chat', meeting: 'meeting-1', active: false });
      await until(link, 'chat off', ({ meetings }) => meetings[0]?.chat === false);
      await link.close();
    });

    test('tells every panel what one of them has done', async () => {
      const [one, two] = [await open(panel, 'one'), await open(panel, 'two')];
      await one.post({ type: 'set-chat', meeting: 'meeting-1', active: true });
      await until(two, 'chat on', ({ meetings }) => meetings[0]?.chat === true);
      await panel.see('switch', 'Chat', ({ checked }) => checked === true);
      await one.close();
      await two.post({ type: 'set-chat', meeting: 'meeting-1', active: false });
      await until(two, 'chat off', ({ meetings }) => meetings[0]?.chat === false);
      await two.close();
    });

    test('is opened again after it was closed, and knows everything', async () => {
      const before = await open(panel, 'before');
      await before.post({ type: 'set-badge', meeting: 'meeting-1', visible: false });
      await until(before, 'the badge off', ({ meetings }) => meetings[0]?.badge === false);
      await before.close();
      const after = await open(panel, 'after');
      expect((await until(after, 'a state', () => true)).meetings[0]?.badge).toBe(false);
      await after.close();
    });

    test.each([
      ['nothing', null],
      ['text', 'set-chat'],
      ['a request of a later version', { type: 'set-wallpaper', meeting: 'meeting-1' }],
      [
        'a request for a meeting that is not there',
        { type: 'set-chat', meeting: 'meeting-99', active: true },
      ],
      ['a name that every object has', { type: 'constructor', meeting: 'meeting-1' }],
    ])('takes no notice of %s', async (_what, message) => {
      const link = await open(panel, 'stray');
      const { meetings: before } = await until(link, 'a state', () => true);
      await link.post(message, { type: 'set-badge', meeting: 'meeting-1', visible: true });
      const { meetings } = await until(link, 'what came after', (state) => state.meetings[0]?.badge === true);
      expect(meetings).toEqual(before.map((meeting) => ({ ...meeting, badge: true })));
      await link.post({ type: 'set-badge', meeting: 'meeting-1', visible: false });
      await until(link, 'the badge off', (state) => state.meetings[0]?.badge === false);
      await link.close();
    });

    test('says when the peer has gone, and the panel says so, too', async () => {
      const link = await open(panel, 'gone');
      await until(link, 'a state', () => true);
      await tab.reload();
      await eventually('the end of the link', async () =>
        (await link.isClosed()) ? { done: { value: undefined } } : { seen: 'open' },
      );
      await seeStatus(panel, 'No meeting on this page');
      await (await tab.frame('#webapp3')).see('button', 'Open Chat');
      await tab.pressIcon();
      await seeStatus(panel, 'In the meeting');
    });
  });
});
