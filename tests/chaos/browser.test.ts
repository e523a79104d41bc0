import type { CDPSession } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startMeeting } from '../../meeting/start';
import { anyName, launchChromium, type Surface, type Tab } from '../browser/harness/browser';
import { ChromiumSurface } from '../browser/harness/chromium/surface';
import { ChromiumTab } from '../browser/harness/chromium/tab';
import { eventually } from '../browser/harness/eventually';
import { wakeBackground } from '../browser/support/background';
import { answer, dial, seeRow } from '../browser/support/calls';
import { DOCK } from '../browser/support/dock';
import { createFixture, type Fixture } from '../browser/support/fixture';
import { openBeside, openPanel, seeStatus } from '../browser/support/panel';
import { openRuntimePort } from '../browser/support/raw-link';
import { clickSwitch, openView, seeSwitch } from '../browser/support/views';

const DAY = 24 * 60 * 60_000;

describe('a browser', () => {
  let fixture: Fixture;
  const tabs: Tab[] = [];
  beforeAll(async () => {
    fixture = await createFixture({ name: 'chromium', launch: launchChromium });
  });
  afterEach(async () => {
    for (const tab of tabs.splice(0)) await tab.close();
  });
  afterAll(() => fixture?.close());

  const open = async () => {
    const beside = await openBeside(fixture);
    tabs.push(beside.tab);
    return beside;
  };
  /** Wakes it first: one that sleeps already cannot be killed. */
  const killBackground = async (panel: Surface) => {
    await wakeBackground(panel);
    await fixture.browser.endBackground();
  };
  const devtools = (tab: Tab): Promise<CDPSession> => {
    if (!(tab instanceof ChromiumTab)) throw new Error('This is not Chromium.');
    return tab.page.createCDPSession();
  };

  test('the background is killed at every step of a call', async () => {
    const { panel } = await open();
    await killBackground(panel);
    await dial(panel, 'noanswer@example.com');
    await killBackground(panel);
    await seeRow(panel, 'noanswer@example.com', /Ringing/);
    await killBackground(panel);
    answer(fixture, 'noanswer@example.com');
    await seeRow(panel, 'noanswer@example.com', /Joined/);
    await killBackground(panel);
    await panel.click('button', 'Hang up noanswer@example.com');
    await seeRow(panel, 'noanswer@example.com', /Hung up/);
    await killBackground(panel);
    await openView(panel, 'Earlier');
    await panel.see('listitem', anyName, ({ text }) => text.startsWith('noanswer@example.com'));
    await openView(panel, 'Dial out');
  });

  test('what is stored is damaged', async () => {
    const { tab, panel } = await open();
    await panel.evaluate(async () => {
      const { storage } = Reflect.get(globalThis, 'chrome') as {
        storage: Record<'local' | 'sync', { set(items: object): Promise<void> }>;
      };
      await storage.local.set({ settings: 'broken', history: { version: 1, value: 7 } });
      await storage.sync.set({ 'preset.1': [] });
    });
    await tab.closePanel();
    const again = await openPanel(tab);
    await again.see('alert', anyName, ({ text }) => /couldn’t be read/i.test(text));
    await dial(again, 'alice@example.com');
    await seeRow(again, 'alice@example.com', /Joined/);
    await again.evaluate(async () => {
      const { storage } = Reflect.get(globalThis, 'chrome') as {
        storage: Record<'local' | 'sync', { clear(): Promise<void> }>;
      };
      await storage.local.clear();
      await storage.sync.clear();
    });
  });

  test('the clock jumps', async () => {
    const { tab, panel } = await open();
    if (!(panel instanceof ChromiumSurface)) throw new Error('This is not Chromium.');
    // Before anything of the panel's keeps the clock that it finds.
    await panel.page.evaluateOnNewDocument(() => {
      const real = Date.now;
      Date.now = () => real() + Number(Reflect.get(window, 'jump') ?? 0);
    });
    await panel.page.reload();
    await seeStatus(panel, 'In the meeting');
    await dial(panel, 'noanswer@example.com');
    await seeRow(panel, 'noanswer@example.com', /Ringing/);
    const page = await devtools(tab);
    const worlds: number[] = [];
    page.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.id));
    await page.send('Runtime.enable');
    const jump = async (by: number) => {
      const expression = `Date.real ??= Date.now; Date.now = () => Date.real() + ${by}; Date.now()`;
      const clocks: unknown[] = [];
      for (const contextId of worlds) {
        const { result } = await page.send('Runtime.evaluate', { expression, contextId });
        clocks.push(result.value);
      }
      clocks.push(
        await panel.evaluate((by) => {
          Reflect.set(window, 'jump', by);
          return Date.now();
        }, by),
      );
      // The page's own, the peer's and the panel's.
      expect(clocks.length).toBeGreaterThanOrEqual(3);
      for (const now of clocks) expect(Math.abs(Number(now) - by - Date.now())).toBeLessThan(DAY / 24);
    };
    await jump(DAY);
    // A call that began a day ago, as far as the clock can tell.
    await seeRow(panel, 'noanswer@example.com', /24:0\d:\d\d/);
    await dial(panel, 'alice@example.com');
    await seeRow(panel, 'alice@example.com', /Joined/);
    await jump(-DAY);
    await dial(panel, 'bob@example.com');
    await seeRow(panel, 'bob@example.com', /Joined/);
    await panel.click('button', 'Hang up alice@example.com');
    await seeRow(panel, 'alice@example.com', /Hung up/);
    await panel.click('button', 'Hang up noanswer@example.com');
    await seeRow(panel, 'noanswer@example.com', /Hung up/);
  });

  test('the page is frozen in mid-call', async () => {
    const { tab, panel } = await open();
    await dial(panel, 'noanswer@example.com');
    await seeRow(panel, 'noanswer@example.com', /Ringing/);
    await tab.evaluate(() => {
      const seen: string[] = [];
      Reflect.set(window, 'seen', seen);
      for (const event of ['freeze', 'resume']) document.addEventListener(event, () => void seen.push(event));
    });
    const page = await devtools(tab);
    await page.send('Page.setWebLifecycleState', { state: 'frozen' });
    answer(fixture, 'noanswer@example.com');
    await page.send('Page.setWebLifecycleState', { state: 'active' });
    await seeRow(panel, 'noanswer@example.com', /Joined/);
    expect(await tab.evaluate(() => Reflect.get(window, 'seen'))).toEqual(['freeze', 'resume']);
  });

  test('two panels and a dock at once', async () => {
    const { tab, meeting } = await open();
    await tab.closePanel();
    await meeting.click('button', 'Open Chat');
    const dock = await tab.frame(DOCK);
    await dock.see('textbox', 'Message');
    const panel = await openPanel(tab);
    // A browser shows one panel beside a page: the second is a link of the same kind without a face.
    const second = await openRuntimePort(panel, 'second');
    await openView(panel, 'Dial out');
    await dial(panel, 'leave@example.com');
    await seeRow(panel, 'leave@example.com', /Left/);
    await dock.waitFor('the dock to have the row', () =>
      [...document.querySelectorAll('.call')].some(
        ({ textContent }) => textContent?.startsWith('leave@example.com') && /Left/.test(textContent),
      ),
    );
    type State = { meetings: { chat: boolean; calls: { state: { name: string } }[] }[] };
    const untilSecondSays = (chat: boolean) =>
      eventually('the second panel to say the same', async () => {
        const [now] = ((await second.received()).at(-1) as State).meetings;
        const isSame = now?.chat === chat && now.calls[0]?.state.name === 'left';
        return isSame ? { done: { value: undefined } } : { seen: JSON.stringify(now) };
      });
    await untilSecondSays(true);
    await clickSwitch(panel, 'Chat');
    await meeting.see('button', 'Open Chat');
    await untilSecondSays(false);
    await second.post({ type: 'set-chat', meeting: 'meeting-1', active: true });
    await seeSwitch(panel, 'Chat', ({ checked }) => checked === true);
    await meeting.see('button', 'Close Chat');
  });

  test('twenty tabs with meetings', async () => {
    // A browser has six connections to one server, and every meeting keeps one for its events.
    const nodes = await Promise.all(
      Array.from({ length: 4 }, () => startMeeting({ brandingDir: 'webapp3/branding', ringMs: 100 })),
    );
    try {
      const all: { tab: Tab; guest: string; dials: () => unknown[] }[] = [];
      for (let index = 0; index < 20; index += 1) {
        const meeting = nodes[index % nodes.length] ?? fixture.meeting;
        const [alias, guest] = [`meeting-${index}`, `guest-${index}@example.com`];
        const { browser } = fixture;
        const { tab, panel } = await openBeside({ browser, meeting }, { url: meeting.embeddingUrl(alias) });
        tabs.push(tab);
        // It shows what it showed beside another tab.
        await openView(panel, 'Dial out');
        await dial(panel, guest);
        await seeRow(panel, guest, /Joined/);
        all.push({ tab, guest, dials: () => meeting.node.conference(alias).dials });
      }
      for (const { tab, guest, dials } of all) {
        expect(dials()).toMatchObject([{ destination: guest }]);
        await tab.bringToFront();
        const panel = await openPanel(tab);
        await panel.see('list', 'Calls', ({ text }) => text.startsWith(guest));
      }
    } finally {
      await Promise.all(nodes.map((node) => node.close()));
    }
  });
});
