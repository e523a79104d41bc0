import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PREFIX } from './doubles/hostile';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { ChromiumTab } from './harness/chromium/tab';
import { eventually } from './harness/eventually';
import { dial, seeRow } from './support/calls';
import { serveHostilePortal } from './support/hostile-portal';
import type { ServedPage } from './support/page';
import { openBeside } from './support/panel';
import { type Stage, setStage } from './support/stage';

const FLOOD = 50_000;

describe.each(browsers)('a flood of messages, in $name', (candidate) => {
  let stage: Stage;
  let portal: ServedPage;
  let tab: Tab;
  let panel: Surface;

  beforeAll(async () => {
    stage = await setStage(candidate);
    portal = await serveHostilePortal(stage.meeting);
    ({ tab, panel } = await openBeside(stage, { url: portal.url }));
  });
  afterAll(async () => {
    await stage?.close();
    portal?.close();
  });

  /** Begins to send from a frame, in bursts that leave the frame its own turns; a flag tells when all is said. */
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
    eventually(
      'the end of the flood',
      async () => {
        const said = await frame.evaluate(() => Number(Reflect.get(window, 'poured')));
        return said === FLOOD ? { done: { value: undefined } } : { seen: `${said} messages said` };
      },
      { timeoutMs: 120_000 },
    );

  /** Bytes of JavaScript in use on the page, peer included, garbage excluded; only Chromium tells. */
  const heap = async () => {
    if (!(tab instanceof ChromiumTab)) return undefined;
    const session = await tab.page.createCDPSession();
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    await session.detach();
    return usedSize;
  };

  test('of junk from an advert and of good messages from the plugin leaves a dial-out to join', async () => {
    const junk = await tab.frame('#advert');
    const plugin = await tab.frame('#webapp3', '#external-chat');
    const before = await heap();
    await pour(junk, { type: 'impression', body: 'x'.repeat(200) });
    await pour(plugin, { action: `${PREFIX}toggle-chat`, active: false });

    await dial(panel, 'alice@example.com');
    await panel.see('listitem', anyName, ({ text }) => /alice@example\.com.*Joined/.test(text), {
      timeoutMs: 30_000,
    });
    await poured(junk);
    await panel.click('switch', 'Unread badge');
    await panel.see('switch', 'Unread badge', ({ checked }) => checked === true);

    await poured(plugin);
    await (await tab.frame('#webapp3')).see('img', 'Unread');
    // The panel is told of everything: what it says now, it says after the flood.
    await dial(panel, 'bob@example.com');
    await seeRow(panel, 'bob@example.com', /Joined/);
    if (before === undefined) return;
    const after = (await heap()) ?? Number.NaN;
    const [from, to] = [before, after].map((bytes) => Math.round(bytes / 1024));
    console.info(`${2 * FLOOD} messages: ${from} kB of heap before, ${to} kB after`);
    expect(after - before).toBeLessThan(2 * 1024 * 1024);
  }, 180_000);
});
