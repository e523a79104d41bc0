import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../until';
import type { Surface, Tab } from './harness/browser';
import { DOCK } from './support/dock';
import { commandKeys, type Keyed, keyed } from './support/keyed';
import { seeStatus } from './support/panel';
import { stored } from './support/stored';
import { openView } from './support/views';

describe.each(keyed)('a key that is really pressed, in $name', ({ name, start, isThere }) => {
  let browser: Keyed;
  let tab: Tab;
  let meeting: Surface;
  const keys = () => commandKeys(name);
  const key = (command: string) => keys()[command] ?? '';

  beforeAll(async () => {
    if (!isThere) return;
    browser = await start();
    tab = await browser.fixture.browser.open(browser.fixture.meeting.embeddingUrl());
    meeting = await tab.frame('#webapp3');
    await meeting.see('button', 'Open Chat');
    await tab.click('heading', 'Your appointment');
  });
  afterAll(() => browser?.close());

  test.skipIf(!isThere)('is assigned for every command after the installation', async () => {
    await browser.press(key('open-panel'));
    const panel = await browser.sidePanel();
    // A key of the next test would come while the browser still moves the focus to the panel.
    await seeStatus(panel, 'In the meeting');
    const assigned = await panel.evaluate(async () => {
      const { commands } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
      const all: { name: string; shortcut: string }[] = await commands.getAll();
      return all.map(({ name, shortcut }) => [name, shortcut]);
    });
    // Chromium has a command for the icon, too, to which nothing is assigned.
    const { _execute_action: _, ...ours } = Object.fromEntries(assigned);
    expect(ours).toEqual(keys());
  });

  test.skipIf(!isThere)('opens and closes the chat', async () => {
    await browser.press(key('toggle-chat'));
    await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    await browser.press(key('toggle-chat'));
    await meeting.see('button', 'Open Chat', ({ pressed }) => pressed === false);
  });

  test.skipIf(!isThere)('leads to Destination, with the keyboard where the browser lets it go', async () => {
    const panel = await browser.sidePanel();
    await openView(panel, 'Earlier');
    await panel.see('heading', 'History');
    await tab.click('heading', 'Your appointment');
    await browser.press(key('focus-destination'));
    await panel.see('textbox', 'Destination', ({ focused }) => focused);
    if (name === 'chromium') {
      await until(async () => expect(await panel.evaluate(() => document.hasFocus())).toBe(true));
      await browser.press('z');
      await panel.see('textbox', 'Destination', ({ value }) => value === 'z');
    } else {
      // Firefox opens its sidebar and leaves the keyboard in the page.
      expect(await panel.evaluate(() => document.hasFocus())).toBe(false);
      expect(await tab.evaluate(() => document.hasFocus())).toBe(true);
    }
    await tab.closePanel();
  });

  test.skipIf(!isThere)('leads to Destination in a panel that was closed in another view', async () => {
    await browser.press(key('open-panel'));
    const before = await browser.sidePanel();
    await before.click('tab', /^Chat/);
    await expect.poll(() => stored(before, 'session')).toMatch(/\.tab":"chat"/);
    await tab.closePanel();
    await tab.click('heading', 'Your appointment');
    await browser.press(key('focus-destination'));
    const panel = await browser.sidePanel();
    await panel.see('textbox', 'Destination', ({ focused }) => focused);
    await tab.closePanel();
  });

  test.skipIf(!isThere)('leads to Destination in the panel on the page', async () => {
    await tab.click('heading', 'Your appointment');
    await browser.press(key('toggle-chat'));
    const dock = await tab.frame(DOCK);
    await dock.see('tabpanel', 'Chat');
    await browser.press(key('focus-destination'));
    // In Chromium the side panel opens in its place, and takes the keyboard.
    const panel = name === 'chromium' ? await browser.sidePanel() : dock;
    await panel.see('textbox', 'Destination', ({ focused }) => focused);
    await until(async () => expect(await panel.evaluate(() => document.hasFocus())).toBe(true));
    if (panel === dock)
      await dock.waitFor('input to be taken', () => document.documentElement.dataset.input === 'taken');
    await browser.press('y');
    // The side panel still has what was typed before.
    await panel.see('textbox', 'Destination', ({ value }) => value?.endsWith('y') === true);
  });
});
