import type { CDPSession } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startMeeting } from '../../meeting/start';
import { anyName, launchChromium, type Tab } from '../browser/harness/browser';
import { ChromiumUnderTest } from '../browser/harness/chromium/chromium';
import { ChromiumTab } from '../browser/harness/chromium/tab';
import { dial, seeRow } from '../browser/support/calls';
import { openBeside, openPanel } from '../browser/support/panel';
import { type Stage, setStage } from '../browser/support/stage';

const DAY = 24 * 60 * 60_000;

describe('a browser', () => {
  let stage: Stage;
  const tabs: Tab[] = [];
  beforeAll(async () => {
    stage = await setStage({ name: 'chromium', launch: launchChromium });
  });
  afterEach(async () => {
    for (const tab of tabs.splice(0)) await tab.close();
  });
  afterAll(() => stage?.close());

  const open = async () => {
    const beside = await openBeside(stage);
    tabs.push(beside.tab);
    return beside;
  };
  const killBackground = async () => {
    if (!(stage.browser instanceof ChromiumUnderTest)) throw new Error('This is not Chromium.');
    const { browser } = stage.browser;
    const background = browser.targets().find((target) => target.type() === 'service_worker');
    const worker = await background?.worker();
    await worker?.close();
    return worker !== undefined && worker !== null;
  };
  const devtools = (tab: Tab): Promise<CDPSession> => {
    if (!(tab instanceof ChromiumTab)) throw new Error('This is not Chromium.');
    return tab.page.createCDPSession();
  };

  test('the background is killed at every step of a call', async () => {
    const { panel } = await open();
    // Later it may be gone already: none of these steps needs it.
    expect(await killBackground()).toBe(true);
    await dial(panel, 'slow@example.com');
    await killBackground();
    await seeRow(panel, 'slow@example.com', /(Calling|Ringing)…/);
    await killBackground();
    await seeRow(panel, 'slow@example.com', /Joined/);
    await killBackground();
    await panel.click('button', 'Hang up slow@example.com');
    await seeRow(panel, 'slow@example.com', /Left/);
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
    await again.see('alert', anyName, ({ text }) => /could not be read/i.test(text));
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
    await dial(panel, 'noanswer@example.com');
    await seeRow(panel, 'noanswer@example.com', /Ringing/);
    const page = await devtools(tab);
    const worlds: number[] = [];
    page.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.id));
    await page.send('Runtime.enable');
    const jump = async (by: number) => {
      const expression = `Date.real ??= Date.now; Date.now = () => Date.real() + ${by}`;
      for (const contextId of worlds) await page.send('Runtime.evaluate', { expression, contextId });
      await panel.evaluate((by) => {
        const clock = Date as DateConstructor & { real?: () => number };
        clock.real ??= Date.now;
        const { real } = clock;
        clock.now = () => real() + by;
      }, by);
    };
    await jump(DAY);
    await dial(panel, 'alice@example.com');
    await seeRow(panel, 'alice@example.com', /Joined/);
    await jump(-DAY);
    await dial(panel, 'bob@example.com');
    await seeRow(panel, 'bob@example.com', /Joined/);
    await panel.click('button', 'Hang up alice@example.com');
    await seeRow(panel, 'alice@example.com', /Left/);
    await panel.click('button', 'Hang up noanswer@example.com');
    await seeRow(panel, 'noanswer@example.com', /Hung up/);
  });

  test('the page is frozen in mid-call', async () => {
    const { tab, panel } = await open();
    await dial(panel, 'slow@example.com');
    await seeRow(panel, 'slow@example.com', /Ringing/);
    const page = await devtools(tab);
    await page.send('Page.setWebLifecycleState', { state: 'frozen' });
    const { participants } = stage.meeting.node.conference('qa.meeting');
    expect(participants.length).toBeGreaterThan(1);
    await page.send('Page.setWebLifecycleState', { state: 'active' });
    await seeRow(panel, 'slow@example.com', /Joined/);
  });

  test('panel and dock at once', async () => {
    const { tab, meeting } = await open();
    await tab.closePanel();
    await meeting.click('button', 'Open Chat');
    const dock = await tab.frame('iframe[title="External Chat"]');
    await dock.see('textbox', 'Message');
    const panel = await openPanel(tab);
    await panel.click('tab', 'Dial out');
    await dial(panel, 'leave@example.com');
    await seeRow(panel, 'leave@example.com', /Left/);
    await dock.waitFor('the dock to have the row', () =>
      [...document.querySelectorAll('.call')].some(
        ({ textContent }) => textContent?.startsWith('leave@example.com') && /Left/.test(textContent),
      ),
    );
    await panel.click('switch', 'Chat');
    await meeting.see('button', 'Open Chat');
  });

  test('twenty tabs with meetings', { timeout: 180_000 }, async () => {
    // A browser has six connections to one server, and every meeting keeps one for its events.
    const nodes = await Promise.all(
      Array.from({ length: 4 }, () => startMeeting({ brandingDir: 'webapp3/branding', ringMs: 100 })),
    );
    try {
      const all: { tab: Tab; guest: string; dials: () => unknown[] }[] = [];
      for (let index = 0; index < 20; index += 1) {
        const meeting = nodes[index % nodes.length] ?? stage.meeting;
        const [alias, guest] = [`meeting-${index}`, `guest-${index}@example.com`];
        const { browser } = stage;
        const { tab, panel } = await openBeside({ browser, meeting }, { url: meeting.embeddingUrl(alias) });
        tabs.push(tab);
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
