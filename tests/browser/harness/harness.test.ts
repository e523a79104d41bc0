import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyName, type BrowserUnderTest, browsers, type Surface, type Tab } from './browser';
import { type FixturePages, serveFixturePages } from './fixtures/pages';

const extensionDir = fileURLToPath(new URL('./fixtures/extension', import.meta.url));

describe.each(browsers)('the harness drives $name', ({ launch }) => {
  let browser: BrowserUnderTest;
  let pages: FixturePages;
  let tab: Tab;
  const shots = mkdtempSync(join(tmpdir(), 'harness-shots-'));

  beforeAll(async () => {
    pages = await serveFixturePages();
    browser = await launch({ extensionDir });
    tab = await browser.open(pages.url);
  });
  afterAll(async () => {
    await browser?.close();
    pages?.close();
    rmSync(shots, { recursive: true, force: true });
  });

  test('into nested cross-origin and sandboxed frames, with real clicks and keys', async () => {
    const meeting = await tab.frame('#meeting');
    await meeting.click('button', 'Chat');
    await meeting.see('button', 'Clicked true');

    const plugin = await tab.frame('#meeting', '#plugin');
    expect(await plugin.evaluate(() => origin)).toBe('null');
    expect(await plugin.evaluate(() => Reflect.get(window, 'inPageWorld'))).toEqual({ answer: 42 });
    await plugin.fill('textbox', 'Note', 'grüße 🎉');
    await plugin.press('Tab');
    await plugin.press('Enter');
    await meeting.waitFor('the message', () => document.title === 'null grüße 🎉');

    await plugin.evaluate(() => Reflect.set(window, 'stale', true));
    await tab.reload();
    await meeting.see('button', 'Chat');
    await plugin.waitFor(
      'a new document',
      () => document.title === 'Plugin' && Reflect.get(window, 'stale') !== true,
    );
  });

  test('a text field of a page that is slow with each key, until it has them all', async () => {
    const plugin = await tab.frame('#meeting', '#plugin');
    await plugin.evaluate(() => {
      addEventListener('keydown', () => {
        for (const end = performance.now() + 20; performance.now() < end; );
      });
    });
    await plugin.fill('textbox', 'Note', 'as slow as it may be');
    expect(await plugin.find('textbox', 'Note')).toMatchObject({ value: 'as slow as it may be' });
  });

  test('through a page that is replaced just then', async () => {
    for (let times = 0; times < 10; times++) {
      await tab.evaluate((delay) => {
        Reflect.set(window, 'stale', true);
        setTimeout(() => location.reload(), delay);
      }, times);
      await tab.frame('#meeting', '#plugin');
      await tab.waitFor('a new document', () => Reflect.get(window, 'stale') !== true);
    }
  });

  test('again where something came under the mouse in the moment of the press, and not on that', async () => {
    const meeting = await tab.frame('#meeting');
    // The page before was replaced: what it frames may still be loading.
    await meeting.see('button', 'Chat');
    await meeting.evaluate(() => {
      const look = document.elementFromPoint.bind(document);
      const neighbor = document.createElement('button');
      neighbor.style.cssText = 'position: fixed; inset: 0; width: 100%';
      neighbor.onclick = () => {
        document.title = 'Neighbor pressed';
      };
      neighbor.onpointerup = () => setTimeout(() => neighbor.remove());
      let looks = 0;
      document.elementFromPoint = (x, y) => {
        const hit = look(x, y);
        looks += 1;
        // The second look is the last before the press.
        if (looks === 2) document.body.append(neighbor);
        return hit;
      };
    });
    await meeting.click('button', 'Chat');
    await meeting.see('button', 'Clicked true');
    expect(await meeting.evaluate(() => document.title)).not.toBe('Neighbor pressed');
  });

  test('again where the element went away between the two halves of the press', async () => {
    const meeting = await tab.frame('#meeting');
    await meeting.evaluate(() => {
      const sidestep = () => {
        document.body.prepend('A line above');
        document.body.style.paddingTop = '200px';
      };
      addEventListener('pointerdown', sidestep, { once: true });
      for (const button of document.querySelectorAll('button')) button.ariaLabel = 'Once more';
      document.body.addEventListener('click', ({ target }) => {
        if (target instanceof HTMLButtonElement) target.ariaLabel = 'Clicked at last';
      });
    });
    await meeting.click('button', 'Once more');
    await meeting.see('button', 'Clicked at last');
  });

  test('again where the browser made no click of the press', async () => {
    const meeting = await tab.frame('#meeting');
    await meeting.evaluate(() => {
      const [button] = document.querySelectorAll('button');
      if (!button) return;
      button.ariaLabel = 'Without a click';
      // Nobody hears of it: neither the page nor who looks whether there was one.
      const swallow = (event: Event) => {
        event.stopImmediatePropagation();
        button.onclick = () => {
          document.title = 'Clicked in the end';
        };
        removeEventListener('click', swallow, { capture: true });
      };
      addEventListener('click', swallow, { capture: true });
    });
    await meeting.click('button', 'Without a click');
    expect(await meeting.evaluate(() => document.title)).toBe('Clicked in the end');
  });

  test('once where the element was drawn anew in the moment of the press', async () => {
    const meeting = await tab.frame('#meeting');
    await meeting.evaluate(() => {
      let clicks = 0;
      const draw = (old: Element) => {
        const button = document.createElement('button');
        button.textContent = 'Redrawn';
        button.onclick = () => {
          clicks += 1;
          document.title = `${clicks} clicks`;
        };
        // The last thing that is asked of it before the press is where it is.
        button.getBoundingClientRect = () => {
          if (button.isConnected) setTimeout(() => button.isConnected && draw(button));
          return HTMLElement.prototype.getBoundingClientRect.call(button);
        };
        old.replaceWith(button);
      };
      const place = document.createElement('i');
      document.body.prepend(place);
      draw(place);
    });
    await meeting.click('button', 'Redrawn');
    expect(await meeting.evaluate(() => document.title)).toBe('1 clicks');
  });

  describe('through a press of the toolbar icon', () => {
    let panel: Surface;
    beforeAll(async () => {
      panel = await tab.pressIcon();
    });

    test('the panel takes clicks, text, choices and keys', async () => {
      await panel.see('status', anyName, ({ text }) => text === 'Ready');
      await panel.fill('textbox', 'Destination', 'alice@example.com');
      await panel.select('combobox', 'Protocol', 'h323');
      await panel.click('switch', 'Chat');
      await panel.see('switch', 'Chat', ({ checked }) => checked === true);
      await panel.click('button', 'Dial');
      await panel.see('listitem', anyName, ({ text }) => text === 'alice@example.com over h323, chat on');
      await tab.waitFor('the content script', () => document.title === 'Dialed alice@example.com');
      await panel.fill('textbox', 'Destination', '');
      await panel.see('textbox', 'Destination', ({ value }) => value === '');
    });

    test('what is hidden is not found until it shows', async () => {
      expect(await panel.find('textbox', 'Remote name')).toBeUndefined();
      await panel.click('button', 'More options');
      await panel.see('textbox', 'Remote name');
      await panel.click('button', 'More options');
      await panel.gone('textbox', 'Remote name');
    });

    test('an extension frame in a closed shadow root can be entered', async () => {
      const dock = await tab.frame('iframe.dock');
      await dock.click('button', 'Pin');
      await dock.see('button', 'Pin', ({ pressed }) => pressed === true);
    });

    test('a failed wait tells what there was', async () => {
      const failure = panel.see('button', 'Dail', undefined, { timeoutMs: 2_000 });
      await expect(failure).rejects.toThrow(/button "Dail"[\s\S]*no such element[\s\S]*button "Dial"/);
      await expect(panel.evaluate(() => Reflect.get(Object(undefined), 'x').y)).rejects.toThrow(
        'In the document',
      );
    });

    test('screenshots, a second press, another tab, closing', async () => {
      await panel.screenshot(join(shots, 'panel.png'));
      await tab.screenshot(join(shots, 'page.png'));
      expect(statSync(join(shots, 'panel.png')).size).toBeGreaterThan(2_000);

      expect((await (await tab.pressIcon()).find('button', 'Hang up'))?.disabled).toBe(true);
      const second = await browser.open(`${pages.url}meeting`);
      await second.pressIcon();
      await second.closePanel();
      const again = await second.pressIcon();
      await again.fill('textbox', 'Destination', 'bob');
      await again.press('Enter');
      await second.waitFor('the content script', () => document.title === 'Dialed bob');
      await second.close();
    });
  });
});
