import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../until';
import {
  type BrowserUnderTest,
  launchChromium,
  launchFirefox,
  type Surface,
  type Tab,
} from './harness/browser';
import { ChromiumSurface } from './harness/chromium/surface';
import { eventually } from './harness/eventually';
import { sidebarContent } from './harness/firefox/chrome-toolbar';
import { FirefoxSurface } from './harness/firefox/surface';
import { hasXvfb, Screen } from './harness/x11';
import { BUILDS, type Stage, setStage } from './support/fixture';

interface Manifest {
  commands: Record<string, { suggested_key: { default: string } }>;
}

/** A browser whose keys are pressed as a person presses them: before any page, extension or protocol sees them. */
interface Keyed {
  stage: Stage;
  press(chord: string): Promise<void>;
  /** The panel at the side, once the browser has opened it. */
  sidePanel(): Promise<Surface>;
  close(): Promise<void>;
}

async function keyedChromium(): Promise<Keyed> {
  const screen = await Screen.start();
  let chromium: Awaited<ReturnType<typeof launchChromium>> | undefined;
  const launch = async (options: Parameters<typeof launchChromium>[0]): Promise<BrowserUnderTest> => {
    const env = { ...options?.env, DISPLAY: screen.display };
    chromium = await launchChromium({ ...options, headless: false, env });
    return chromium;
  };
  const stage = await setStage({ name: 'chromium', launch });
  return {
    stage,
    async press(chord) {
      await screen.focusWindow();
      screen.press(chord);
    },
    sidePanel: () =>
      eventually('the side panel', async () => {
        const [target] = chromium?.sidePanels() ?? [];
        return target ? { done: { value: new ChromiumSurface(await target.asPage()) } } : {};
      }),
    async close() {
      await stage.close();
      await screen.close();
    },
  };
}

async function keyedFirefox(): Promise<Keyed> {
  let firefox: Awaited<ReturnType<typeof launchFirefox>> | undefined;
  const launch = async (options: Parameters<typeof launchFirefox>[0]): Promise<BrowserUnderTest> => {
    firefox = await launchFirefox(options);
    return firefox;
  };
  const stage = await setStage({ name: 'firefox', launch });
  return {
    stage,
    press: async (chord) => firefox?.input.press(chord),
    sidePanel: () =>
      eventually('the sidebar', async () => {
        const content = await firefox?.inChrome(sidebarContent);
        if (!firefox || !content?.url.includes('/sidepanel.html')) return {};
        return {
          done: { value: new FirefoxSurface(firefox, { browserId: content.browserId, selectors: [] }) },
        };
      }),
    close: () => stage.close(),
  };
}

const keyed = [
  { name: 'chromium' as const, start: keyedChromium, isThere: hasXvfb },
  { name: 'firefox' as const, start: keyedFirefox, isThere: true },
];

describe.each(keyed)('a key that is really pressed, in $name', ({ name, start, isThere }) => {
  let browser: Keyed;
  let tab: Tab;
  let meeting: Surface;
  const keys = () =>
    Object.fromEntries(
      Object.entries(
        (JSON.parse(readFileSync(`${BUILDS[name]}/manifest.json`, 'utf8')) as Manifest).commands,
      ).map(([command, { suggested_key }]) => [command, suggested_key.default]),
    );
  const key = (command: string) => keys()[command] ?? '';

  beforeAll(async () => {
    if (!isThere) return;
    browser = await start();
    tab = await browser.stage.browser.open(browser.stage.meeting.embeddingUrl());
    meeting = await tab.frame('#webapp3');
    await meeting.see('button', 'Open Chat');
    await tab.click('heading', 'Your appointment');
  });
  afterAll(() => browser?.close());

  test.skipIf(!isThere)('is assigned for every command after the installation', async () => {
    await browser.press(key('open-panel'));
    const panel = await browser.sidePanel();
    const assigned = await panel.evaluate(async () => {
      const { commands } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
      const all: { name: string; shortcut: string }[] = await commands.getAll();
      return all.map(({ name, shortcut }) => [name, shortcut]);
    });
    expect(Object.fromEntries(assigned)).toEqual(keys());
  });

  test.skipIf(!isThere)('opens and closes the chat', async () => {
    await browser.press(key('toggle-chat'));
    await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    await browser.press(key('toggle-chat'));
    await meeting.see('button', 'Open Chat', ({ pressed }) => pressed === false);
  });

  test.skipIf(!isThere)('leads to Destination, with the keyboard where the browser lets it go', async () => {
    await browser.press(key('focus-destination'));
    const panel = await browser.sidePanel();
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

  test.skipIf(!isThere)('leads to Destination in the panel on the page', async () => {
    await tab.click('heading', 'Your appointment');
    await browser.press(key('toggle-chat'));
    const dock = await tab.frame('iframe[title="External Chat"]');
    await dock.see('tabpanel', 'Chat');
    await browser.press(key('focus-destination'));
    // In Chromium the side panel opens in its place, and takes the keyboard.
    const panel = name === 'chromium' ? await browser.sidePanel() : dock;
    await panel.see('textbox', 'Destination', ({ focused }) => focused);
    await until(async () => expect(await panel.evaluate(() => document.hasFocus())).toBe(true));
    if (panel === dock)
      await dock.waitFor('input to be taken', () => document.documentElement.dataset.input === 'taken');
    await browser.press('y');
    await panel.see('textbox', 'Destination', ({ value }) => value === 'y');
  });
});
