import { readFileSync } from 'node:fs';
import {
  type BrowserUnderTest,
  type LaunchOptions,
  launchChromium,
  launchFirefox,
  type Surface,
} from '../harness/browser';
import { ChromiumSurface } from '../harness/chromium/surface';
import { eventually } from '../harness/eventually';
import { sidebarContent } from '../harness/firefox/chrome-toolbar';
import { FirefoxSurface } from '../harness/firefox/surface';
import { hasXvfb, Screen } from '../harness/x11';
import { BUILDS, createFixture, type Fixture } from './fixture';

/**
 * A browser whose keys are pressed as a person presses them: before any page, extension or protocol sees
 * them.
 */
export interface Keyed {
  fixture: Fixture;
  /** In Chromium the largest window gets it, in Firefox the one of the last press or click. */
  press(chord: string): Promise<void>;
  /**
   * Clicks with the pointer of the window system, at a place of the page in the tab. In Firefox the
   * protocol’s clicks are such; in Chromium they leave the keyboard of the browser where it is.
   */
  clickAt?: (tab: Surface, x: number, y: number) => Promise<void>;
  /** The panel at the side, once the browser has opened it. */
  sidePanel(): Promise<Surface>;
  close(): Promise<void>;
}

type Start = Pick<LaunchOptions, 'width' | 'height' | 'profile' | 'isPrivate'>;

async function keyedChromium(start: Start = {}): Promise<Keyed> {
  const screen = await Screen.start();
  let chromium: Awaited<ReturnType<typeof launchChromium>> | undefined;
  const launch = async (options: LaunchOptions): Promise<BrowserUnderTest> => {
    const env = { ...options.env, DISPLAY: screen.display };
    chromium = await launchChromium({ ...options, ...start, headless: false, env });
    return chromium;
  };
  const fixture = await createFixture({ name: 'chromium', launch });
  return {
    fixture,
    async press(chord) {
      await screen.focusWindow();
      screen.press(chord);
    },
    async clickAt(tab, x, y) {
      const page = await tab.evaluate(() => [screenX, screenY + outerHeight - innerHeight] as const);
      await screen.focusWindow();
      screen.click(page[0] + x, page[1] + y);
    },
    sidePanel: () =>
      eventually('the side panel', async () => {
        const [target] = chromium?.sidePanels() ?? [];
        return target ? { done: { value: new ChromiumSurface(await target.asPage()) } } : {};
      }),
    async close() {
      await fixture.close();
      await screen.close();
    },
  };
}

async function keyedFirefox(start: Start = {}): Promise<Keyed> {
  let firefox: Awaited<ReturnType<typeof launchFirefox>> | undefined;
  const launch = async (options: LaunchOptions): Promise<BrowserUnderTest> => {
    firefox = await launchFirefox({ ...options, ...start });
    return firefox;
  };
  const fixture = await createFixture({ name: 'firefox', launch });
  return {
    fixture,
    press: async (chord) => firefox?.input.press(chord),
    sidePanel: () =>
      eventually('the sidebar', async () => {
        const content = await firefox?.inChrome(sidebarContent);
        if (!firefox || !content?.url.includes('/sidepanel.html')) return {};
        return {
          done: { value: new FirefoxSurface(firefox, { browserId: content.browserId, selectors: [] }) },
        };
      }),
    close: () => fixture.close(),
  };
}

/** For `describe.each(keyed)`; where a browser `isThere` no keys can be pressed, its tests are skipped. */
export const keyed = [
  { name: 'chromium' as const, start: keyedChromium, isThere: hasXvfb },
  { name: 'firefox' as const, start: keyedFirefox, isThere: true },
];

interface Manifest {
  commands: Record<string, { suggested_key: { default: string } }>;
}

/** The keys of the commands, as in the manifest of a build. */
export const commandKeys = (name: BrowserUnderTest['name']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(
      (JSON.parse(readFileSync(`${BUILDS[name]}/manifest.json`, 'utf8')) as Manifest).commands,
    ).map(([command, { suggested_key }]) => [command, suggested_key.default]),
  );
