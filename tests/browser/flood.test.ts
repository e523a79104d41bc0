import { afterAll, beforeAll, describe, test } from 'vitest';
import { PREFIX } from './doubles/hostile';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { ChromiumTab } from './harness/chromium/tab';
import { eventually } from './harness/eventually';
import { FirefoxUnderTest } from './harness/firefox/firefox';
import { dial, seeRow } from './support/calls';
import { createFixture, type Fixture } from './support/fixture';
import { serveHostilePortal } from './support/hostile-portal';
import type { ServedPage } from './support/page';
import { openBeside } from './support/panel';
import { clickSwitch, openView, seeSwitch } from './support/views';

const FLOOD = 50_000;

describe.each(browsers)('a flood of messages, in $name', (candidate) => {
  let fixture: Fixture;
  let portal: ServedPage;
  let tab: Tab;
  let panel: Surface;

  beforeAll(async () => {
    fixture = await createFixture(candidate);
    portal = await serveHostilePortal(fixture.meeting);
    ({ tab, panel } = await openBeside(fixture, { url: portal.url }));
  });
  afterAll(async () => {
    await fixture?.close();
    portal?.close();
  });

  /**
   * Begins to send from a frame, in bursts that leave the frame its own turns; a flag tells when all is
   * said.
   */
  const pour = (frame: Surface, data: unknown) =>
    frame.evaluate(
      (message, total) => {
        Reflect.set(window, 'poured', 0);
        let said = 0;
        // Not a timer: a browser holds those of a frame back that nobody sees.
        const { port1: turn, port2: next } = new MessageChannel();
        turn.onmessage = () => {
          for (let index = 0; index < 500 && said < total; index++, said++)
            window.top?.postMessage(message, '*');
          Reflect.set(window, 'poured', said);
          if (said < total) next.postMessage('');
        };
        next.postMessage('');
      },
      data,
      FLOOD,
    );
  const poured = (frame: Surface) =>
    eventually('the end of the flood', async () => {
      const said = await frame.evaluate(() => Number(Reflect.get(window, 'poured')));
      return said === FLOOD ? { done: { value: undefined } } : { seen: `${said} messages said` };
    });

  /**
   * In kB: the JavaScript in use on the page, peer included, garbage excluded; in Firefox, all of the
   * page's process.
   */
  const memory = async (): Promise<number> => {
    if (fixture.browser instanceof FirefoxUnderTest) return fixture.browser.inChrome(processMemory);
    if (!(tab instanceof ChromiumTab)) throw new Error('Of this browser nothing is known.');
    const session = await tab.page.createCDPSession();
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    await session.detach();
    return Math.round(usedSize / 1024);
  };
  /** In kB; a process has more than its scripts, and takes its time to tidy up. */
  const growth = candidate.name === 'firefox' ? 24 * 1024 : 2 * 1024;

  test('of junk from an ad and of good messages from the plugin leaves a dial-out to join', async () => {
    const junk = await tab.frame('#advert');
    const plugin = await tab.frame('#webapp3', '#external-chat');
    const before = await memory();
    await pour(junk, { type: 'impression', body: 'x'.repeat(200) });
    await pour(plugin, { action: `${PREFIX}toggle-chat`, active: false });

    await dial(panel, 'alice@example.com');
    await panel.see('listitem', anyName, ({ text }) => /alice@example\.com.*Joined/.test(text));
    await poured(junk);
    await clickSwitch(panel, 'Unread badge');
    await seeSwitch(panel, 'Unread badge', ({ checked }) => checked === true);

    await poured(plugin);
    await (await tab.frame('#webapp3')).see('img', 'Unread');
    // The panel is told of everything: what it says now, it says after the flood.
    await openView(panel, 'Dial out');
    await dial(panel, 'bob@example.com');
    await seeRow(panel, 'bob@example.com', /Joined/);
    const after = await eventually('the memory of the flood to be given back', async () => {
      const value = await memory();
      return value - before < growth ? { done: { value } } : { seen: `${before} kB before, ${value} kB now` };
    });
    console.info(`${candidate.name}, ${2 * FLOOD} messages: ${before} kB before, ${after} kB after`);
  });
});

/**
 * Runs in Firefox's own window. What the process of the page in front uses, in kB, after it was told to
 * tidy up.
 */
async function processMemory(): Promise<number> {
  const { ChromeUtils, Services, gBrowser } = globalThis as unknown as {
    ChromeUtils: { requestProcInfo(): Promise<{ children: { pid: number; memory: number }[] }> };
    Services: { obs: { notifyObservers(subject: null, topic: string): void } };
    gBrowser: { selectedBrowser: { browsingContext: { currentWindowGlobal: { osPid: number } } } };
  };
  Services.obs.notifyObservers(null, 'child-mmu-request');
  const { osPid } = gBrowser.selectedBrowser.browsingContext.currentWindowGlobal;
  const { children } = await ChromeUtils.requestProcInfo();
  const mine = children.find(({ pid }) => pid === osPid);
  if (!mine) throw new Error('The page has no process.');
  return Math.round(mine.memory / 1024);
}
